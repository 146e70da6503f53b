package dev.students.acceptance.internal.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.targets.Target;
import dev.students.acceptance.internal.targets.TargetFacts;
import dev.students.acceptance.internal.targets.TargetOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class ReportsTest {

  private static final Path MODULE = Path.of("acceptance-tests");

  private static final ScenarioResult PASSED =
      new ScenarioResult(
          "acceptance-tests/src/test/resources/features/a.feature",
          7,
          "It works",
          Optional.empty());
  private static final ScenarioResult FAILED =
      new ScenarioResult(
          "acceptance-tests/src/test/resources/features/b.feature",
          12,
          "Half: of | it, <works>",
          Optional.of(
              new ScenarioResult.Problem(
                  14, "Then Tim has 150 XP", "Tim's experience points\nexpected: 150 XP, 100%")));
  private static final RunProblem LEFT =
      new RunProblem(
          "Cleaning up failed",
          "no answer\nOf 3 students, some may be left. To remove it: ./acceptance --clean-up r");
  private static final TargetOptions ENDPOINT =
      options(Optional.of(URI.create("http://127.0.0.1:4566")), Set.of());

  @Test
  void passed_atLeastOneScenarioAndNoFailure_isTrue() {
    assertThat(summary(List.of(), PASSED).passed()).isTrue();
    assertThat(summary(List.of()).passed()).isFalse();
    assertThat(summary(List.of(), PASSED, FAILED).passed()).isFalse();
    assertThat(summary(List.of(LEFT), PASSED).passed()).isFalse();
  }

  @Test
  void verdict_anyRun_isASentence() {
    assertThat(summary(List.of(), PASSED).verdict()).isEqualTo("1 scenario, all passed.");
    assertThat(summary(List.of(), PASSED, FAILED).verdict()).isEqualTo("1 of 2 scenarios failed.");
    assertThat(summary(List.of(LEFT), PASSED).verdict())
        .isEqualTo("1 scenario passed, but the run did not.");
    assertThat(summary(List.of()).verdict()).isEqualTo("No scenario was run.");
  }

  @Test
  void everyReport_cleanUpFailed_failsAndSaysHowToRemoveWhatIsLeft(@TempDir Path folder)
      throws IOException {
    RunSummary summary = summary(List.of(LEFT), PASSED);
    Path jobPage = folder.resolve("job.md");
    Files.writeString(
        folder.resolve(JUnitXml.OF_CUCUMBER),
        "<testsuite name='Cucumber' tests='1' failures='0'><testcase name='It works'/></testsuite>");
    ByteArrayOutputStream console = new ByteArrayOutputStream();

    List<String> unwritten =
        new Reports(folder, MODULE, Map.of("GITHUB_STEP_SUMMARY", jobPage.toString()))
            .write(summary);
    new ConsoleReport(Progress.inLines(new PrintStream(console, true, UTF_8))).print(summary);

    assertThat(unwritten).isEmpty();
    assertThat(
            List.of(
                Files.readString(folder.resolve("summary.md")),
                Files.readString(jobPage),
                Files.readString(folder.resolve("junit.xml")),
                String.join("\n", Annotations.of(summary).toList()),
                console.toString(UTF_8)))
        .allSatisfy(
            report ->
                assertThat(report)
                    .contains("Cleaning up failed", "no answer", "3 students", "--clean-up r")
                    .doesNotContain(": passed", "all passed"));
    assertThat(Files.readString(folder.resolve("junit.xml")))
        .contains("failures=\"1\"", "tests=\"2\"", "<testcase name=\"It works\"/>");
  }

  @Test
  void junitXml_runHasNotEnded_isWellFormedAndFailed(@TempDir Path folder) throws Exception {
    Path ofCucumber =
        new Reports(folder, MODULE, Map.of())
            .begin(new RunProblem("The run did not end", "./acceptance --clean-up r"));
    Files.createFile(ofCucumber);

    Element suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("junit.xml").toFile())
            .getDocumentElement();

    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getTextContent()).contains("--clean-up r");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void junitXml_runEnded_replacesTheOneOfAnInterruptedRun(@TempDir Path folder) throws IOException {
    Reports reports = new Reports(folder, MODULE, Map.of());
    Path ofCucumber = reports.begin(new RunProblem("The run did not end", "killed"));
    Files.writeString(
        ofCucumber, "<testsuite tests='1' failures='0'><testcase name='It works'/></testsuite>");

    reports.write(summary(List.of(), PASSED));

    assertThat(Files.readString(folder.resolve("junit.xml")))
        .contains("failures=\"0\"", "tests=\"1\"")
        .doesNotContain("did not end");
    assertThat(ofCucumber).doesNotExist();
  }

  @Test
  void everyReport_deployedTarget_saysWhichAccountRegionEndpointAndTable(@TempDir Path folder)
      throws IOException {
    TargetFacts facts =
        new TargetFacts(
            "123456789012", "eu-central-1", URI.create("https://dynamodb.test/"), "students-x");
    RunSummary summary =
        summary("aws", Optional.of(facts), options(Optional.empty(), Set.of()), List.of(), PASSED);

    new Reports(folder, MODULE, Map.of()).write(summary);

    assertThat(
            List.of(
                Files.readString(folder.resolve("summary.md")),
                Files.readString(folder.resolve("junit.xml")),
                Files.readString(folder.resolve("run.json")),
                String.join("\n", Annotations.of(summary).toList())))
        .allSatisfy(
            report ->
                assertThat(report)
                    .contains("123456789012", "eu-central-1", "dynamodb.test", "students-x"));
  }

  @Test
  void runDescription_noScenarioRan_isNotWritten(@TempDir Path folder) {
    new Reports(folder, MODULE, Map.of()).write(summary(List.of()));
    assertThat(folder.resolve("run.json")).doesNotExist();
    assertThat(folder.resolve("summary.md")).exists();
  }

  @Test
  void junitXml_runWasInterrupted_isFailed(@TempDir Path folder) throws IOException {
    RunProblem interrupted = new RunProblem(RunSummary.INTERRUPTED, "It ended after 1 scenario.");

    // Truncated while Cucumber was writing.
    Files.writeString(folder.resolve(JUnitXml.OF_CUCUMBER), "<testsuite tests='1' failures='0'>");

    new Reports(folder, MODULE, Map.of()).write(summary(List.of(interrupted), PASSED));

    assertThat(Files.readString(folder.resolve("junit.xml")))
        .contains("failures=\"1\"", "It ended after 1 scenario.");
    assertThat(folder.resolve("run.json")).doesNotExist();
  }

  @Test
  void reports_jobSummaryCannotBeWritten_othersAreWritten(@TempDir Path folder) throws IOException {
    Path noFile = Files.createDirectory(folder.resolve("page"));

    List<String> unwritten =
        new Reports(folder, MODULE, Map.of("GITHUB_STEP_SUMMARY", noFile.toString()))
            .write(summary(List.of(), PASSED));

    assertThat(unwritten)
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("The report " + noFile + " cannot be written: ");
    assertThat(folder.resolve("summary.md")).exists();
    assertThat(folder.resolve("run.json")).exists();
  }

  @Test
  void runDescription_emulatorInTheUsersSettings_doesNotNameTheEnvironment() {
    assertThat(description("http://127.0.0.1:4566/"))
        .contains("\"environment\" : \"dev on the emulator at 127.0.0.1:4566\"")
        .contains("account 123456789012, Region eu-central-1");
    assertThat(description("https://dynamodb.eu-central-1.amazonaws.com/"))
        .contains("\"environment\" : \"dev\"");
  }

  private static String description(String endpoint) {
    TargetFacts facts =
        new TargetFacts("123456789012", "eu-central-1", URI.create(endpoint), "students");
    return RunDescription.json(
        summary("aws", Optional.of(facts), options(Optional.empty(), Set.of()), List.of(), PASSED),
        MODULE,
        Map.of());
  }

  @Test
  void rerunCommand_scenarioFailed_selectsOnlyThatScenario() {
    assertThat(new RerunCommand(summary(List.of(), PASSED, FAILED)).ofFailed())
        .isEqualTo(
            "./acceptance --target endpoint --endpoint http://127.0.0.1:4566"
                + " features/b.feature:12");
  }

  @Test
  void rerunCommand_optionsOfTheEmulator_repeatsThem() {
    TargetOptions options =
        new TargetOptions(
            Optional.empty(),
            Set.of(),
            "123456789012",
            "dev",
            Optional.of("ada"),
            false,
            "registry.test:5000/localstack-pro:4.15");
    assertThat(
            new RerunCommand(
                    summary("localstack", Optional.empty(), options, List.of(), PASSED, FAILED))
                .ofFailed())
        .isEqualTo(
            "./acceptance --target localstack --emulator-account 123456789012"
                + " --localstack-image registry.test:5000/localstack-pro --localstack-tag 4.15"
                + " --known-student ada features/b.feature:12");
  }

  @Test
  void rerunCommand_shellMetacharacters_areQuoted() throws Exception {
    TargetOptions options =
        options(Optional.of(URI.create("http://127.0.0.1:4566/?a=b&c=$HOME")), Set.of("it's;here"));
    ScenarioResult spaced =
        new ScenarioResult("my features/a & b.feature", 3, "It", FAILED.problem());
    String command =
        new RerunCommand(summary("endpoint", Optional.empty(), options, List.of(), spaced))
            .ofFailed();

    Process shell =
        new ProcessBuilder("sh", "-c", command.replace("./acceptance", "printf '%s\\n'")).start();

    assertThat(new String(shell.getInputStream().readAllBytes(), UTF_8).lines())
        .containsExactly(
            "--target",
            "endpoint",
            "--endpoint",
            "http://127.0.0.1:4566/?a=b&c=$HOME",
            "--allow-host",
            "it's;here",
            "my features/a & b.feature:3");
  }

  @Test
  void annotations_scenarioFailed_markTheLineAndEscapeWorkflowCommands() {
    assertThat(Annotations.of(summary(List.of(), PASSED, FAILED)))
        .containsExactly(
            "::error file=acceptance-tests/src/test/resources/features/b.feature,line=14,"
                + "title=Half%3A of | it%2C <works>::Then Tim has 150 XP%0A"
                + "Tim's experience points%0Aexpected: 150 XP, 100%25");
  }

  @Test
  void markdown_textWithMarkup_cannotBreakTheTable() {
    assertThat(MarkdownSummary.of(summary(List.of(), PASSED, FAILED)))
        .contains("## Acceptance on endpoint: failed")
        .contains("1 of 2 scenarios failed.")
        .contains("Left out: `@truncation`: not here.")
        .contains(
            "| Half: of \\| it, &lt;works><br>`features/b.feature:12` "
                + "| Then Tim has 150 XP "
                + "| Tim's experience points<br>expected: 150 XP, 100% |");
  }

  private static RunSummary summary(List<RunProblem> problems, ScenarioResult... scenarios) {
    return summary("endpoint", Optional.empty(), ENDPOINT, problems, scenarios);
  }

  private static RunSummary summary(
      String target,
      Optional<TargetFacts> facts,
      TargetOptions options,
      List<RunProblem> problems,
      ScenarioResult... scenarios) {
    return new RunSummary(
        "1123-230502-9f3c",
        target,
        "dev",
        facts,
        options,
        List.of(new Target.LeftOut("@truncation", "not here")),
        Instant.EPOCH,
        Duration.ofSeconds(9),
        Duration.ofSeconds(3),
        List.of(scenarios),
        problems,
        false);
  }

  private static TargetOptions options(Optional<URI> endpoint, Set<String> hosts) {
    return new TargetOptions(
        endpoint,
        hosts,
        TargetOptions.ACCOUNT,
        "dev",
        Optional.empty(),
        false,
        TargetOptions.IMAGE);
  }
}
