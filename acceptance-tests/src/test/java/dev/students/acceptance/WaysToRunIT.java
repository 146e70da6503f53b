package dev.students.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.acceptance.attack.RunProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Runs the commands of {@code docs/testing.md}, each in a separate process, as a user or an IDE
 * does.
 */
class WaysToRunIT {

  private static final String SCENARIO = "features/05-earning-xp.feature:8";

  private final Path project;

  WaysToRunIT(@TempDir Path project) throws IOException {
    this.project = project;
    RunProcess.project(project);
  }

  @Test
  void process_everyDocumentedWayToRun_opensATargetAndRunsTheSelection() throws Exception {
    Map<String, Process> ways = new LinkedHashMap<>();
    ways.put("./acceptance by line", java(Acceptance.class.getName(), SCENARIO));
    ways.put(
        "Cucumber's own main class by line",
        java(
            "io.cucumber.core.cli.Main",
            "--glue",
            "dev.students.acceptance.steps",
            "acceptance-tests/src/test/resources/" + SCENARIO));
    ways.put(
        "the JUnit Platform with the suite class by tag",
        java(PlatformLauncher.class.getName(), "@read-only and not @known-student"));

    Map<String, String> verdicts = new LinkedHashMap<>();
    for (Map.Entry<String, Process> way : ways.entrySet()) {
      verdicts.put(way.getKey(), verdict(way.getValue()));
    }

    assertThat(verdicts)
        .isEqualTo(
            Map.of(
                "./acceptance by line",
                "0: 1 scenario, all passed.",
                "Cucumber's own main class by line",
                "0: 1 scenario, all passed.",
                "the JUnit Platform with the suite class by tag",
                "0: 5 scenarios, all passed."));
  }

  @Test
  void suite_emptySelection_failsWithAMessage() {
    TestExecutionSummary summary = PlatformLauncher.run("@nobody-has-this");

    assertThat(summary.getTestsSucceededCount()).isZero();
    assertThat(summary.getFailures())
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.getException())
                    .hasStackTraceContaining("No scenario was run: the selection is empty."));
  }

  private Process java(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path")));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(project.toFile())
        .redirectErrorStream(true)
        .start();
  }

  /** The exit status and the sentence with the verdict of a run, or else its complete output. */
  private static String verdict(Process process) throws InterruptedException {
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor()
          + ": "
          + output
              .lines()
              .filter(line -> line.matches("\\d+ scenarios?, all passed\\..*"))
              .map(line -> line.substring(0, line.indexOf('.') + 1))
              .findFirst()
              .orElse(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Does the same as the console of the JUnit Platform and IDEs. */
  static final class PlatformLauncher {

    public static void main(String[] arguments) {
      System.exit(Math.toIntExact(run(arguments[0]).getTotalFailureCount()));
    }

    static TestExecutionSummary run(String tags) {
      SummaryGeneratingListener listener = new SummaryGeneratingListener();
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(DiscoverySelectors.selectClass(ScenariosIT.class))
                  .configurationParameter("cucumber.filter.tags", tags)
                  .build(),
              listener);
      return listener.getSummary();
    }
  }
}
