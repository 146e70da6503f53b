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
import java.util.Optional;

/** The living documentation, generated from the latest runs. */
public final class Documentation {

  private final ProjectLayout layout;

  public Documentation(ProjectLayout layout) {
    this.layout = layout;
  }

  /**
   * Writes the site. Runs in several processes that end at the same time write it one after the
   * other.
   *
   * @return the start page; empty if no run has ended yet
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
    if (!new OldRuns(layout).prune()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LivingDocumentation.of(layout.runs())
              .describedRunsOnly() // run.json is written last; runs without it have not ended
              .withTitle("Students")
              .writeTo(layout.livingDocumentation())
              .start());
    } catch (LivingDocumentationException e) {
      throw new IllegalArgumentException("The living documentation: " + e.getMessage(), e);
    }
  }
}
