package dev.students.acceptance.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.students.data.Student;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Checks which items remain after a run that ends abnormally, on a table that also contains items
 * of others.
 */
class HarnessAttack {

  private static final Duration END_OF_AN_INTERRUPTION = Duration.ofSeconds(5);

  private final Path project;
  private final AwsStandIn aws =
      new AwsStandIn(
          Map.of(
              "/students/dev/kind",
              "dev",
              "/students/dev/table-name",
              SharedTable.NAME,
              "/students/main/kind",
              "production",
              "/students/main/table-name",
              SharedTable.NAME));
  private final SharedTable table;

  HarnessAttack(@TempDir Path project) throws IOException {
    this.project = project;
    this.table = new SharedTable(aws.database());
    RunProcess.project(project);
  }

  @AfterEach
  void stop() {
    table.close();
    aws.close();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "INT, LOOKING_FOR_THE_STACK", "INT, FIRST_WRITE", "INT, WRITE_150", "INT, WRITE_400",
    "INT, ERASURE", "TERM, LOOKING_FOR_THE_STACK", "TERM, FIRST_WRITE", "TERM, WRITE_150",
    "TERM, WRITE_400", "TERM, ERASURE", "KILL, LOOKING_FOR_THE_STACK", "KILL, FIRST_WRITE",
    "KILL, WRITE_150", "KILL, WRITE_400", "KILL, ERASURE",
  })
  void run_endedByASignal_leavesNothingOrIsCleanedUpLater(String signal, Moment moment)
      throws Exception {
    RunProcess run = start("--target", "aws");
    moment.await(run, aws);
    int itemsThen = table.itemsMore();
    long sent = System.nanoTime();
    run.signal(signal);
    int status = run.exitStatus();
    Duration taken = Duration.ofNanos(System.nanoTime() - sent);
    int left = table.itemsMore();

    assertThat(status)
        .as(run.output())
        .isEqualTo(Map.of("INT", 130, "TERM", 143, "KILL", 137).get(signal));
    run.report("junit.xml")
        .ifPresent(report -> assertThat(report).doesNotContain("failures=\"0\""));
    if (signal.equals("KILL")) {
      cleanUp(run);
    } else {
      assertThat(taken).as(run.output()).isLessThan(END_OF_AN_INTERRUPTION);
    }
    System.out.printf(
        "%4s at %-21s: %4d items of the run, ended after %.1f s, %d left%n",
        signal, moment, itemsThen, taken.toMillis() / 1000.0, left);
    assertNothingIsLeft(run);
  }

  @Test
  void run_credentialsExpireDuringTheErasure_failsInAllReportsAndIsCleanedUpLater()
      throws Exception {
    Path jobPage = project.resolve("job.md");
    RunProcess run =
        start(
            Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", jobPage.toString()),
            "--target",
            "aws");
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> !run.isAlive() || run.output().contains("Erasing what the scenarios created"));
    aws.expireCredentialsAfter(100);

    assertThat(run.exitStatus()).as(run.output()).isEqualTo(1);
    int left = table.itemsMore();
    System.out.println("Credentials expired amid the erasure: " + left + " items left");
    assertThat(left).isPositive();
    for (String report :
        List.of(
            run.output(),
            run.report("summary.md").orElseThrow(),
            run.report("junit.xml").orElseThrow(),
            Files.readString(jobPage))) {
      assertThat(report)
          .contains("Cleaning up failed", "have expired", "--clean-up " + run.run().orElseThrow())
          .doesNotContain(": passed", "all passed");
    }
    assertThat(run.output()).contains("::error title=Cleaning up failed::");

    aws.reset();
    cleanUp(run);
    assertNothingIsLeft(run);
  }

  @Test
  void run_everyTenthResponseLost_passesAndLeavesNothing() throws Exception {
    aws.loseAnswers(0.1);
    RunProcess run = start("--target", "aws");

    assertThat(run.exitStatus()).as(run.output()).isZero();
    System.out.printf(
        "%d answers lost, %d writes, %.1f s%n",
        aws.answersLost(), aws.writes().size(), run.sinceStart().toMillis() / 1000.0);
    assertThat(aws.answersLost()).isPositive();
    assertNothingIsLeft(run);
  }

  @Test
  void twoRuns_besideAWriterUsingTheSameAddresses_passAndChangeNothingOfIts() throws Exception {
    RunProcess one = start("--target", "aws");
    RunProcess two = start("--target", "aws");
    Map<String, Student> written = new HashMap<>();
    List<String> addresses = table.addresses();
    for (int i = 0; one.isAlive() || two.isAlive(); i++) {
      String address = addresses.get(i % addresses.size());
      written.put(address, table.replace(address));
    }

    assertThat(one.exitStatus()).as(one.output()).isZero();
    assertThat(two.exitStatus()).as(two.output()).isZero();
    System.out.println("Two runs at once beside " + written.size() + " addresses written");
    Map<String, Student> found = new HashMap<>();
    written.keySet().forEach(address -> found.put(address, table.find(address)));
    assertThat(found).isEqualTo(written);
    assertThat(table.itemsMore()).isZero();
    assertWritesAreOnlyOf(Set.of(one.run().orElseThrow(), two.run().orElseThrow()));
  }

  @Test
  void run_productionUnderAnotherName_writesNothing() throws Exception {
    RunProcess refused = start("--target", "aws", "--environment", "main");

    assertThat(refused.exitStatus()).isEqualTo(2);
    assertThat(refused.output()).contains("is of kind production", "--allow-production");
    assertThat(aws.writes()).isEmpty();
    assertThat(table.items()).isEqualTo(table.itemsOfOthers());
  }

  private RunProcess start(String... arguments) throws IOException {
    return start(Map.of(), arguments);
  }

  private RunProcess start(Map<String, String> settings, String... arguments) throws IOException {
    Map<String, String> all = new HashMap<>(settings);
    all.put("AWS_ENDPOINT_URL", aws.endpoint().toString());
    all.put("AWS_REGION", "eu-central-1");
    all.put("AWS_ACCESS_KEY_ID", "attack");
    all.put("AWS_SECRET_ACCESS_KEY", "attack");
    return RunProcess.start(project, all, arguments);
  }

  private void cleanUp(RunProcess run) throws Exception {
    if (run.hasManifest()) {
      RunProcess cleanUp = start("--clean-up", run.run().orElseThrow());
      assertThat(cleanUp.exitStatus()).as(cleanUp.output()).isZero();
      assertThat(cleanUp.output()).contains("Nothing is left of the run");
    }
  }

  private void assertNothingIsLeft(RunProcess run) {
    assertThat(table.items()).isEqualTo(table.itemsOfOthers());
    assertThat(run.hasManifest()).as("has a manifest").isFalse();
    assertWritesAreOnlyOf(run.run().map(Set::of).orElse(Set.of()));
  }

  /** Asserts that all writes have keys of the run. */
  private void assertWritesAreOnlyOf(Set<String> runs) {
    assertThat(aws.writes())
        .allSatisfy(
            write -> {
              assertThat(write.table()).isEqualTo(SharedTable.NAME);
              assertThat(runs)
                  .anyMatch(
                      run ->
                          write.partitionKey().startsWith("student#" + run + ":")
                              || (write.partitionKey().startsWith("email#")
                                  && write.partitionKey().contains(".run-" + run + ".")));
            });
  }
}
