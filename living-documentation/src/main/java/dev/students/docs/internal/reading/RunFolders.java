package dev.students.docs.internal.reading;

import dev.students.docs.LivingDocumentationException;
import dev.students.docs.internal.model.Results;
import dev.students.docs.internal.model.ResultsBuilder;
import dev.students.docs.internal.model.Run;
import dev.students.docs.internal.model.RunReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a folder of runs, newest first, so that details are kept of the newest outcome of each case
 * only. A run that cannot be read is left out and named; it does not cost the others.
 */
public final class RunFolders {

  /** Where an artifact of a job is unpacked into a folder of its own, and somewhat below. */
  private static final int DEEPEST = 4;

  private final Path folder;
  private final boolean describedOnly;
  private final ResultsBuilder results = Results.builder();

  private RunFolders(Path folder, boolean describedOnly) {
    this.folder = folder;
    this.describedOnly = describedOnly;
  }

  /**
   * Reads the runs of a folder.
   *
   * @param describedOnly whether folders without {@code run.json} are passed over
   * @throws LivingDocumentationException when there is no run, not even one that cannot be read
   */
  public static Results read(Path folder, boolean describedOnly) {
    return new RunFolders(folder, describedOnly).read();
  }

  private Results read() {
    if (!Files.isDirectory(folder)) {
      throw new LivingDocumentationException(
          folder + " is not a folder: give the folder that holds the runs, a folder each");
    }
    List<Run> runs = new ArrayList<>();
    for (Path each : candidates()) {
      readOrLeaveOut(each, () -> runs.add(RunFacts.read(each)));
    }
    runs.sort(Run.OLDEST_FIRST.reversed());
    for (Run run : runs) {
      readOrLeaveOut(run.folder(), () -> results.add(reading(run)));
    }
    Results read = results.build();
    if (read.runs().isEmpty() && read.leftOut().isEmpty()) {
      throw new LivingDocumentationException(
          "There is no run in %s. Each run is a folder with %s and, if you like, %s."
              .formatted(folder, MessageFile.NAME, RunFacts.NAME));
    }
    return read;
  }

  private RunReading reading(Run run) {
    return RunReader.read(run, id -> !results.knows(id, run.environment()));
  }

  private void readOrLeaveOut(Path run, Runnable reading) {
    try {
      reading.run();
    } catch (LivingDocumentationException e) {
      results.leaveOut(run.getFileName() + " is left out: " + e.getMessage());
    }
  }

  /**
   * The folders that hold a run. The given one may be a run itself; what stands in it is then no
   * run unless it has messages.
   */
  private List<Path> candidates() {
    List<Path> candidates = new ArrayList<>();
    boolean isRun = hasMessages(folder);
    if (isRun && isWanted(folder)) {
      candidates.add(folder);
      tellUnread(folder, 1);
    }
    for (Path each : folders()) {
      if (hasMessages(each)) {
        if (isWanted(each)) {
          candidates.add(each);
          tellUnread(each, DEEPEST);
        }
      } else if (isRun ? isDescribed(each) : isWanted(each)) {
        results.leaveOut(each.getFileName() + " is left out: it has no " + MessageFile.NAME);
      }
    }
    return candidates;
  }

  /** Tells of files that are called like messages and are not read: results may be in them. */
  private void tellUnread(Path run, int depth) {
    try (Stream<Path> files = Files.find(run, depth, (file, facts) -> facts.isRegularFile())) {
      List<String> unread =
          files
              .filter(MessageFile::isNamedAlike)
              .filter(file -> !(MessageFile.isOne(file) && run.equals(file.getParent())))
              .map(file -> run.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList();
      if (!unread.isEmpty()) {
        results.leaveOut(
            "%s is read without %s: what is read are files in the folder itself that end in .ndjson"
                .formatted(run.getFileName(), String.join(", ", unread)));
      }
    } catch (IOException | UncheckedIOException e) {
      results.leaveOut(run.getFileName() + " cannot be searched for files of messages");
    }
  }

  private boolean isWanted(Path run) {
    return !describedOnly || isDescribed(run);
  }

  private static boolean isDescribed(Path run) {
    return Files.isRegularFile(run.resolve(RunFacts.NAME));
  }

  private static boolean hasMessages(Path run) {
    return !MessageFile.in(run).isEmpty();
  }

  private List<Path> folders() {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .filter(each -> !each.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new LivingDocumentationException(folder + " cannot be listed", e);
    }
  }
}
