package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.workspace.ProjectLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folders of earlier runs; only the latest are kept. */
final class OldRuns {

  private static final int RUNS_TO_KEEP = 20;

  private final ProjectLayout layout;

  OldRuns(ProjectLayout layout) {
    this.layout = layout;
  }

  /**
   * Removes all but the latest completed runs and all but the latest incomplete runs, separately,
   * so that many interruptions do not displace completed runs. A run with a manifest is kept for
   * its logs.
   *
   * @return whether there is any completed run
   */
  boolean prune() {
    List<Path> runs = runs();
    List<Path> finished = runs.stream().filter(run -> Files.exists(description(run))).toList();
    removeAllButLatest(finished);
    removeAllButLatest(
        runs.stream()
            .filter(run -> !finished.contains(run) && !Files.exists(manifest(run)))
            .toList());
    return !finished.isEmpty();
  }

  /** The runs, the latest last. */
  private List<Path> runs() {
    try (Stream<Path> runs = Files.list(layout.runs())) {
      return runs.filter(Files::isDirectory)
          .sorted(Comparator.comparing(OldRuns::written))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The runs cannot be listed.", e);
    }
  }

  private static void removeAllButLatest(List<Path> runs) {
    runs.stream().limit(Math.max(0, runs.size() - RUNS_TO_KEEP)).forEach(OldRuns::remove);
  }

  private Path manifest(Path run) {
    return layout.manifests().resolve(run.getFileName() + ".manifest");
  }

  /** Written last by a run that completes. */
  private static Path description(Path run) {
    return run.resolve("run.json");
  }

  private static FileTime written(Path run) {
    try {
      Path description = description(run);
      return Files.getLastModifiedTime(Files.exists(description) ? description : run);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path run) {
    try (Stream<Path> files = Files.walk(run)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The old run " + run + " cannot be removed.", e);
    }
  }
}
