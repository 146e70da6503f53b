package dev.students.acceptance.internal.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.data.StudentTable;
import dev.students.local.LocalDynamoDb;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class AwsCleanUpTest {

  private static final String ENDPOINT = "aws.endpointUrlDynamoDb";

  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  @AutoClose private final LocalDynamoDb local = LocalDynamoDb.inMemory();
  private final Manifest manifest;

  AwsCleanUpTest(@TempDir Path folder) {
    manifest = Manifest.at(folder.resolve("run.manifest"));
    manifest.add(Manifest.Kind.TABLE, "students");
    manifest.add(Manifest.Kind.STUDENT, "ada");
  }

  @BeforeEach
  void settings() {
    System.setProperty(ENDPOINT, local.endpoint().toString());
  }

  @AfterEach
  void noSettings() {
    System.clearProperty(ENDPOINT);
  }

  @Test
  void erase_tableIsGone_reportsThatNothingIsLeft() {
    cleanUp().erase();

    assertThat(console.toString(StandardCharsets.UTF_8))
        .contains("The table students is gone, and all that was in it.");
  }

  @Test
  void erase_credentialsOfAnotherAccount_erasesNothing() {
    try (DynamoDbClient client = local.clientBuilder().build()) {
      client.createTable(StudentTable.createTableRequest("students"));
    }
    manifest.add(Manifest.Kind.ACCOUNT, "123456789012");

    assertThatThrownBy(() -> cleanUp().erase())
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("belong to account 000000000000, but the run was on account 1234567")
        .hasMessageContaining("Nothing was erased.");
  }

  private AwsCleanUp cleanUp() {
    AwsClients clients =
        new AwsClients(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")),
            Optional.of(Region.US_EAST_1));
    PrintStream out = new PrintStream(console, true, StandardCharsets.UTF_8);
    return new AwsCleanUp(clients, manifest, Progress.inLines(out));
  }
}
