package dev.students.infra.internal.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.infra.RestoreTable;
import dev.students.testing.Interruptible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own, which is killed for real. */
class RestoreTableTest {

  private static final String TABLE = "students-production-StudentsTable-1";
  private static final Path TEMPLATE =
      Path.of("infra-app/target/cdk.out/students-production.template.json");

  private final ScriptedTables aws = new ScriptedTables();
  private final ScriptedEndpoint endpoint = new ScriptedEndpoint(aws);
  @TempDir private Path folder = Path.of("");
  private Path template = TEMPLATE;

  @AfterEach
  void close() {
    endpoint.close();
  }

  @Test
  void program_killedWhileRestoringAndRunAgain_endsWithTheTemplatesTable() throws Exception {
    addTable();
    Process first = start("--to", "2026-11-23T22:00:00Z", "--replace", "--confirm", TABLE);
    endpoint.awaitRequest("RestoreTableFromBackup", Duration.ofSeconds(60));
    first.destroyForcibly().waitFor();
    int sent = endpoint.requests().size();

    Process again = start("--to", "2026-11-23T22:00:00Z", "--replace", "--confirm", TABLE);

    assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(output()).contains("Table " + TABLE + " has the template's keys");
    assertThat(again.exitValue()).isZero();
    assertThat(aws.existing(TABLE).items).isEqualTo("damaged as of 2026-11-23T22:00:00Z");
    assertThat(aws.existing(TABLE).protection).isTrue();
    assertThat(aws.existing(TABLE).recovery).isTrue();
    assertThat(endpoint.requests().subList(sent, endpoint.requests().size()))
        .doesNotContain("DeleteTable", "RestoreTableToPointInTime", "CreateBackup");
  }

  @Test
  void program_notConfirmed_changesNothing() throws Exception {
    addTable();

    Process process = start("--to", "2026-11-23T22:00:00Z", "--replace", "--confirm", "students");

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isOne();
    assertThat(output()).contains("Not confirmed; nothing was changed.");
    assertThat(endpoint.requests()).containsExactly("GetParameter");
  }

  @Test
  void program_credentialsOfAnotherAccount_changesNothing() throws Exception {
    addTable();
    template = pinnedTo("aws://444455556666/eu-central-1");

    Process process = start("--to", "2026-11-23T22:00:00Z", "--replace", "--confirm", TABLE);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isOne();
    assertThat(output())
        .contains(
            "The credentials are of account 111122223333, but cdk.json says that the environment is"
                + " in 444455556666. Nothing was changed.");
    assertThat(endpoint.requests()).containsExactly("GetParameter");
  }

  @Test
  void program_environmentNotDeployedInPinnedRegion_saysSo() throws Exception {
    template = pinnedTo("aws://unknown-account/eu-west-3");

    Process process = start("--settings-only");

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isOne();
    assertThat(output())
        .contains("The environment production is not deployed here: there is no parameter /stud");
    assertThat(endpoint.regions()).containsExactly("eu-west-3");
  }

  @Test
  void program_interrupted_saysHowToGoOn() throws Exception {
    addTable();
    aws.restoreTakes = Duration.ofDays(30);
    Process process = start("--to", "2026-11-23T22:00:00Z");
    endpoint.awaitRequest("RestoreTableToPointInTime", Duration.ofSeconds(60));

    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    // A line about its progress may be under way.
    assertThat(output()).contains("Interrupted. Run the same command again to go on.\n");
  }

  private Path pinnedTo(String environment) throws IOException {
    Path pinned = folder.resolve(TEMPLATE.getFileName());
    Files.copy(TEMPLATE, pinned);
    Files.writeString(
        folder.resolve("manifest.json"),
        "{\"artifacts\": {\"students-production\": {\"environment\": \"" + environment + "\"}}}");
    return pinned;
  }

  private void addTable() {
    ScriptedTables.Table table = aws.add(TABLE, "damaged", Instant.parse("2026-01-01T00:00:00Z"));
    table.protection = true;
    table.recovery = true;
    aws.parameter = TABLE;
    endpoint.advancePerRequest(Duration.ofSeconds(45));
  }

  private Process start(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RestoreTable.class.getName(),
                "production",
                "--poll-seconds",
                "0.02",
                "--template",
                template.toString()));
    command.addAll(Stream.of(options).toList());
    ProcessBuilder builder =
        new ProcessBuilder(Interruptible.command(command)).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("output").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().put("AWS_ENDPOINT_URL", endpoint.uri().toString());
    builder.environment().put("AWS_REGION", "eu-central-1");
    builder.environment().put("AWS_ACCESS_KEY_ID", "test");
    builder.environment().put("AWS_SECRET_ACCESS_KEY", "test");
    return builder.start();
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("output"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
