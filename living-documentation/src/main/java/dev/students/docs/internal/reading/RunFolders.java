package dev.students.docs.internal.reading;

import dev.students.docs.LivingDocumentationException;
import dev.students.docs.internal.model.Results;
import dev.students.docs.internal.model.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a folder of runs, newest first, so that details are kept of the newest outcome of each case
 * only.
 */
public final class RunFolders {

  private RunFolders() {}

  public static Results read(Path runs) {
    if (!Files.isDirectory(runs)) {
      throw new LivingDocumentationException(
          runs + " is not a folder: give the folder that holds the runs, a folder each");
    }
    Results.Builder results = Results.builder();
    List<Run> found = new ArrayList<>();
    for (Path folder : folders(runs)) {
      if (!Files.isRegularFile(folder.resolve(RunFacts.FILE))) {
        results.leaveOut(folder.getFileName() + " is left out: it has no " + RunFacts.FILE);
      } else if (!Files.isRegularFile(folder.resolve(RunReader.FILE))) {
        results.leaveOut(folder.getFileName() + " is left out: it has no " + RunReader.FILE);
      } else {
        found.add(RunFacts.read(folder));
      }
    }
    if (found.isEmpty()) {
      throw new LivingDocumentationException(
          "no run in "
              + runs
              + ": each run is a folder with "
              + RunReader.FILE
              + " and "
              + RunFacts.FILE);
    }
    found.sort(Run.OLDEST_FIRST.reversed());
    for (Run run : found) {
      results.add(RunReader.read(run, id -> !results.knows(id, run.environment())));
    }
    return results.build();
  }

  private static List<Path> folders(Path runs) {
    try (Stream<Path> entries = Files.list(runs)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + runs, e);
    }
  }
}
