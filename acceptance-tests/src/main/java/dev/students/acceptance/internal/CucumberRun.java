package dev.students.acceptance.internal;

import dev.students.acceptance.internal.report.ScenarioTally;
import io.cucumber.core.cli.Main;
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
        Main.run(
            arguments().toArray(String[]::new), Thread.currentThread().getContextClassLoader());
  }

  /** Whether Cucumber, too, found nothing to complain of. */
  boolean wentThrough() {
    return status == 0;
  }

  private List<String> arguments() {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--glue",
                STEPS,
                "--threads",
                String.valueOf(request.threads()),
                "--plugin",
                ScenarioTally.class.getName(),
                "--plugin",
                "message:" + folder.resolve("messages.ndjson"),
                "--plugin",
                "html:" + folder.resolve("cucumber.html"),
                "--plugin",
                "junit:" + folder.resolve("junit.xml"),
                "--no-summary"));
    request.tagExpression().ifPresent(tags -> arguments.addAll(List.of("--tags", tags)));
    if (request.features().isEmpty()) {
      arguments.add(layout.features().toString());
    } else {
      arguments.addAll(request.features());
    }
    return arguments;
  }
}
