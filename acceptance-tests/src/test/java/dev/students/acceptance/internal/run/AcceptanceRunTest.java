package dev.students.acceptance.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.targets.OpenTarget;
import dev.students.acceptance.internal.targets.TargetException;
import dev.students.acceptance.internal.targets.TargetFacts;
import dev.students.acceptance.internal.targets.TargetOptions;
import dev.students.acceptance.internal.workspace.ProjectLayout;
import dev.students.local.TemplateTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** Complete runs of features written by this test, with steps that need no database. */
class AcceptanceRunTest {

  private static final String PASSES = "a student number that was never given out is looked up";

  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private boolean closingFails;
  private boolean openingFails;
  private Optional<TargetFacts> facts = Optional.empty();

  private final Path root;

  AcceptanceRunTest(@TempDir Path root) {
    this.root = root;
  }

  @Test
  void run_everythingPasses_leavesOnlyItsReports() throws IOException {
    assertThat(run(feature(PASSES))).isZero();
    Path folder = folderOfTheRun();
    try (Stream<Path> reports = Files.list(folder)) {
      assertThat(reports.map(report -> report.getFileName().toString()))
          .contains("run.json", "messages.ndjson", "junit.xml", "summary.md", "cucumber.html");
    }
    assertThat(console.toString(StandardCharsets.UTF_8)).contains("Scenarios: 1/1 done");
    assertThat(manifests()).isEmpty();
  }

  @Test
  void run_deployedTarget_isNamedInEveryReport() throws IOException {
    facts =
        Optional.of(
            new TargetFacts(
                "123456789012", "eu-central-1", URI.create("https://dynamodb.test/"), "students"));

    assertThat(run(feature(PASSES))).isZero();

    for (String report : List.of("cucumber.html", "junit.xml", "summary.md", "run.json")) {
      assertThat(Files.readString(folderOfTheRun().resolve(report)))
          .as(report)
          .contains("123456789012", "eu-central-1", "https://dynamodb.test/");
    }
    assertThat(console.toString(StandardCharsets.UTF_8)).contains("On account 123456789012");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "undefined | a step that nobody knows | @When(\"a step that nobody knows\")",
        "pending | somebody has yet to finish this step | This step is not finished yet",
        "skipped | this step skips the scenario | The scenario was skipped",
        "failing | a clerk is looking at Ada's profile | has not said yet who Ada is"
      })
  void run_stepDoesNotPass_failsWithAnExplanation(String how, String step, String why)
      throws IOException {
    Path feature = feature(step);
    assertThat(run(feature)).isEqualTo(1);
    assertThat(console.toString(StandardCharsets.UTF_8))
        .contains(
            "Failed: Only",
            why,
            "1 of 1 scenario failed.",
            "To run only the failed scenarios again: ",
            ":5");
    assertThat(manifests()).isEmpty();
  }

  @Test
  void run_noScenarioSelected_isReportedBeforeTheTargetIsOpened() throws IOException {
    openingFails = true;
    Path feature = feature(PASSES);
    assertThatThrownBy(() -> run(Optional.of("@nobody-has-this"), feature.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No scenario is selected by --tags '@nobody-has-this' in " + feature + ".");
    assertThatThrownBy(() -> run(Optional.empty(), feature + ":2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The features cannot be read. ")
        .hasMessageEndingWith(
            "does not have a feature, rule, scenario, or example element at line 2.");
    assertThat(root.resolve(".acceptance")).doesNotExist();
  }

  @Test
  void request_tagsAreNotAnExpression_isRefused() throws IOException {
    Path feature = feature(PASSES);
    assertThatThrownBy(() -> run(Optional.of("@one and"), feature.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("--tags: ");
  }

  @Test
  void run_lineOfAScenario_runsOnlyThatScenario() throws IOException {
    assertThat(run(Optional.empty(), feature(PASSES) + ":5")).isZero();
    assertThat(console.toString(StandardCharsets.UTF_8)).contains("Scenarios: 1/1 done");
  }

  @Test
  void run_cleanUpFails_failsWithTheScenariosResultsAndKeepsTheManifest() throws IOException {
    closingFails = true;
    assertThat(run(feature(PASSES))).isEqualTo(1);
    assertThat(console.toString(StandardCharsets.UTF_8))
        .contains(
            "Cleaning up failed: no answer",
            "--clean-up ",
            "1 scenario passed, but the run did not.");
    assertThat(manifests()).hasSize(1);
  }

  @Test
  void run_targetCannotBeUsed_runsNothingAndLeavesNothing() throws IOException {
    openingFails = true;
    Path feature = feature(PASSES);
    assertThatThrownBy(() -> run(feature)).isInstanceOf(TargetException.class);
    assertThat(manifests()).isEmpty();
    assertThat(root.resolve("acceptance-tests/target/runs")).doesNotExist();
  }

  @Test
  void run_syntaxErrorInAFeatureFile_isReportedBeforeTheTargetIsOpened() throws IOException {
    openingFails = true;
    Path feature =
        Files.writeString(
            root.resolve("one.feature"), "Feature: One\n  Scenario: Only\n    Given Ada\n  Tehn");
    assertThatThrownBy(() -> run(feature))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The features cannot be read. ")
        .hasMessageContaining("one.feature");
    assertThat(root.resolve(".acceptance")).doesNotExist();
  }

  private int run(Path feature) {
    return run(Optional.empty(), feature.toString());
  }

  private int run(Optional<String> tags, String feature) {
    TargetOptions options =
        new TargetOptions(
            Optional.empty(),
            Set.of(),
            TargetOptions.ACCOUNT,
            "dev",
            Optional.empty(),
            false,
            TargetOptions.IMAGE);
    RunRequest request =
        new RunRequest(new FakeTarget(this::open, () -> {}), tags, 1, List.of(feature), options);
    Progress progress = Progress.inLines(new PrintStream(console, true, StandardCharsets.UTF_8));
    return new SuiteLauncher(new ProjectLayout(root), request, progress).run();
  }

  private Path feature(String step) throws IOException {
    return Files.writeString(
        root.resolve("one.feature"),
        """
        Feature: One
          It has one scenario.

          Rule: There is only one
            Scenario: Only
              When %s
        """
            .formatted(step));
  }

  private Path folderOfTheRun() throws IOException {
    try (Stream<Path> runs = Files.list(root.resolve("acceptance-tests/target/runs"))) {
      return runs.findFirst().orElseThrow();
    }
  }

  private List<Path> manifests() throws IOException {
    try (Stream<Path> manifests = Files.list(root.resolve(".acceptance"))) {
      return manifests.toList();
    }
  }

  private OpenTarget open() {
    if (openingFails) {
      throw new TargetException("not here");
    }
    return new FakeOpenTarget();
  }

  /** No service responds at this address, and the steps of these features send no requests. */
  private final class FakeOpenTarget implements OpenTarget {

    @Override
    public DynamoDbClientBuilder clientBuilder() {
      return DynamoDbClient.builder()
          .endpointOverride(URI.create("http://127.0.0.1:9"))
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")));
    }

    @Override
    public String tableName() {
      return "none";
    }

    @Override
    public TemplateTable template() {
      throw new IllegalStateException("There is no table.");
    }

    @Override
    public Optional<URI> emulator() {
      return Optional.empty();
    }

    @Override
    public Optional<TargetFacts> facts() {
      return facts;
    }

    @Override
    public void close() {
      if (closingFails) {
        throw new TargetException("no answer");
      }
    }
  }
}
