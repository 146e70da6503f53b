package dev.students.acceptance.internal;

import dev.students.acceptance.internal.report.ScenarioTally;
import io.cucumber.core.cli.Main;
import io.cucumber.core.exception.CucumberException;
import io.cucumber.core.gherkin.FeatureParserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Cucumber's own command line, called with what a run asks for. */
final class CucumberRun {

  private static final String STEPS = "dev.students.acceptance.internal.steps";

  private final ProjectLayout layout;
  private final RunRequest request;
  private final Path folder;
  private byte status = -1;

  CucumberRun(ProjectLayout layout, RunRequest request, Path folder) {
    this.layout = layout;
    this.request = request;
    this.folder = folder;
  }

  void run() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The run's folder " + folder + " cannot be made.", e);
    }
    status =
        call(
            selectionAnd(
                "--threads",
                String.valueOf(request.threads()),
                // The longest scenarios stand towards the end.
                "--order",
                "reverse",
                "--plugin",
                ScenarioTally.class.getName(),
                "--plugin",
                "message:" + folder.resolve("messages.ndjson"),
                "--plugin",
                "html:" + folder.resolve("cucumber.html"),
                "--plugin",
                "junit:" + folder.resolve("junit.xml")));
  }

  /**
   * Goes through the scenarios without carrying one out, so that nothing is started or deployed for
   * features that cannot be read.
   *
   * @return how many scenarios are selected
   * @throws IllegalArgumentException when the features cannot be read
   */
  int rehearse() {
    try {
      call(selectionAnd("--dry-run", "--plugin", RehearsalCount.class.getName()));
      return RehearsalCount.scenarios();
    } catch (CucumberException | FeatureParserException e) {
      throw new IllegalArgumentException("The features cannot be read. " + e.getMessage(), e);
    }
  }

  /** Whether Cucumber, too, found nothing to complain of. */
  boolean wentThrough() {
    return status == 0;
  }

  private static byte call(List<String> arguments) {
    return Main.run(
        arguments.toArray(String[]::new), Thread.currentThread().getContextClassLoader());
  }

  private List<String> selectionAnd(String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("--glue", STEPS, "--no-summary"));
    request.tagExpression().ifPresent(tags -> arguments.addAll(List.of("--tags", tags)));
    arguments.addAll(
        request.features().isEmpty() ? List.of(layout.features().toString()) : request.features());
    return arguments;
  }
}
