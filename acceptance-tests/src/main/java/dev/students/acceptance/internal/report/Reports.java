package dev.students.acceptance.internal.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Writes what a CI system shows of a run, beside what Cucumber itself writes into the run's folder.
 */
public final class Reports {

  private final Path folder;

  public Reports(Path folder) {
    this.folder = folder;
  }

  public void write(RunSummary summary) {
    String markdown = MarkdownSummary.of(summary);
    try {
      Files.writeString(folder.resolve("run.json"), RunDescription.json(summary), UTF_8);
      Files.writeString(folder.resolve("summary.md"), markdown, UTF_8);
      Optional<String> jobPage = Optional.ofNullable(System.getenv("GITHUB_STEP_SUMMARY"));
      if (jobPage.isPresent()) {
        Files.writeString(
            Path.of(jobPage.get()),
            markdown,
            UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The reports cannot be written to " + folder + ".", e);
    }
    if (System.getenv("GITHUB_ACTIONS") != null) {
      Annotations.of(summary).forEach(System.out::println);
    }
  }
}
