package dev.students.acceptance.internal.run;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.students.acceptance.internal.workspace.ProjectLayout;
import dev.students.docs.LivingDocumentation;
import dev.students.docs.LivingDocumentationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The site made of the latest runs. */
public final class Documentation {

  private static final int RUNS_TO_KEEP = 20;

  private final ProjectLayout layout;

  public Documentation(ProjectLayout layout) {
    this.layout = layout;
  }

  /**
   * Writes it; where to begin reading, or nothing when there is no run to tell of. Runs that end at
   * the same moment, each in its process, write it one after the other.
   */
  public Optional<Path> write() {
    if (!Files.isDirectory(layout.runs())) {
      return Optional.empty();
    }
    try (FileChannel turn = FileChannel.open(layout.documentationLock(), CREATE, WRITE)) {
      turn.lock();
      return writeAlone();
    } catch (IOException e) {
      throw new UncheckedIOException("The living documentation cannot be written.", e);
    }
  }

  private Optional<Path> writeAlone() {
    List<Path> runs = runs();
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    runs.stream().limit(Math.max(0, runs.size() - RUNS_TO_KEEP)).forEach(Documentation::remove);
    try {
      return Optional.of(
          LivingDocumentation.of(layout.runs())
              .withTitle("Students")
              .writeTo(layout.livingDocumentation())
              .start());
    } catch (LivingDocumentationException e) {
      throw new IllegalArgumentException("The living documentation: " + e.getMessage(), e);
    }
  }

  /** Finished runs, the latest last. */
  private List<Path> runs() {
    try (Stream<Path> runs = Files.list(layout.runs())) {
      return runs.filter(run -> Files.exists(run.resolve("run.json")))
          .sorted(Comparator.comparing(Documentation::written))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The runs cannot be listed.", e);
    }
  }

  private static java.nio.file.attribute.FileTime written(Path run) {
    try {
      return Files.getLastModifiedTime(run.resolve("run.json"));
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
