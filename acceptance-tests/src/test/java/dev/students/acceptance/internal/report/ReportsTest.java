package dev.students.acceptance.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.acceptance.internal.targets.Target;
import dev.students.acceptance.internal.targets.TargetOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportsTest {

  private static final ScenarioResult PASSED =
      new ScenarioResult("acceptance-tests/features/a.feature", 7, "It works", Optional.empty());
  private static final ScenarioResult FAILED =
      new ScenarioResult(
          "acceptance-tests/features/b.feature",
          12,
          "Half: of | it, <works>",
          Optional.of(
              new ScenarioResult.Problem(
                  14, "Then Tim has 150 XP", "Tim's experience points\nexpected: 150 XP, 100%")));

  @Test
  void aRunPassesOnlyWhenThereIsAScenarioAndAllPassedAndCucumberFinished() {
    assertThat(summary(true, PASSED).passed()).isTrue();
    assertThat(summary(true).passed()).isFalse();
    assertThat(summary(true, PASSED, FAILED).passed()).isFalse();
    assertThat(summary(false, PASSED).passed()).isFalse();
  }

  @Test
  void theVerdictIsASentence() {
    assertThat(summary(true, PASSED).verdict()).isEqualTo("1 scenario, all passed.");
    assertThat(summary(true, PASSED, FAILED).verdict()).isEqualTo("1 of 2 scenarios failed.");
    assertThat(summary(true).verdict()).startsWith("No scenario was run");
  }

  @Test
  void oneCommandRerunsOnlyWhatFailed() {
    assertThat(summary(true, PASSED, FAILED).rerunOfFailed())
        .isEqualTo(
            "./acceptance --target endpoint --endpoint http://127.0.0.1:4566"
                + " acceptance-tests/features/b.feature:12");
  }

  @Test
  void theCommandRepeatsWhatWasSaidOfTheEmulator() {
    TargetOptions options =
        new TargetOptions(
            Optional.empty(),
            Set.of(),
            "123456789012",
            "dev",
            Optional.of("ada"),
            false,
            "registry.test:5000/localstack-pro:4.15");
    assertThat(summary("localstack", options, true, PASSED, FAILED).rerunOfFailed())
        .isEqualTo(
            "./acceptance --target localstack --emulator-account 123456789012"
                + " --localstack-image registry.test:5000/localstack-pro --localstack-tag 4.15"
                + " --known-student ada acceptance-tests/features/b.feature:12");
  }

  @Test
  void annotationsMarkTheFailedLineAndEscapeWhatGithubReads() {
    assertThat(Annotations.of(summary(true, PASSED, FAILED)))
        .containsExactly(
            "::error file=acceptance-tests/features/b.feature,line=14,"
                + "title=Half%3A of | it%2C <works>::Then Tim has 150 XP%0A"
                + "Tim's experience points%0Aexpected: 150 XP, 100%25");
  }

  @Test
  void theSummaryIsATableThatTextCannotBreak() {
    assertThat(MarkdownSummary.of(summary(true, PASSED, FAILED)))
        .contains("## Acceptance on endpoint: failed")
        .contains("1 of 2 scenarios failed.")
        .contains("Left out: `@truncation`: not here.")
        .contains(
            "| Half: of \\| it, &lt;works><br>`acceptance-tests/features/b.feature:12` "
                + "| Then Tim has 150 XP "
                + "| Tim's experience points<br>expected: 150 XP, 100% |");
  }

  private static RunSummary summary(boolean wentThrough, ScenarioResult... scenarios) {
    TargetOptions options =
        new TargetOptions(
            Optional.of(URI.create("http://127.0.0.1:4566")),
            Set.of(),
            TargetOptions.ACCOUNT,
            "dev",
            Optional.empty(),
            false,
            TargetOptions.IMAGE);
    return summary("endpoint", options, wentThrough, scenarios);
  }

  private static RunSummary summary(
      String target, TargetOptions options, boolean wentThrough, ScenarioResult... scenarios) {
    return new RunSummary(
        "1123-230502-9f3c",
        target,
        "dev",
        options,
        List.of(new Target.LeftOut("@truncation", "not here")),
        Instant.EPOCH,
        Duration.ofSeconds(9),
        Duration.ofSeconds(3),
        List.of(scenarios),
        wentThrough,
        Optional.empty(),
        false);
  }
}
