package dev.students.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Runs the snippets of the module's README, which contains the same lines. */
class ReadmeSnippetsTest {

  @RegisterExtension
  static final LocalDynamoDbExtension DYNAMODB =
      LocalDynamoDbExtension.ofTemplate(Path.of("src/test/resources/templates/sam-books.yaml"))
          .withParameter("Stage", "test");

  @Test
  void extension_givesClientAndTables() {
    assertThat(DYNAMODB.client().listTables().tableNames()).contains(DYNAMODB.tableName("Books"));
  }

  @Test
  void withoutJUnit_createsTheTables() {
    Path template = Path.of("src/test/resources/templates/sam-books.yaml");
    try (LocalDynamoDb local = LocalDynamoDb.inMemory();
        DynamoDbClient client = local.clientBuilder().build()) {
      for (TemplateTable table : TemplateTable.readAll(template, Map.of("Stage", "test"))) {
        client.createTable(table.createTableRequest(table.logicalId()));
      }
      assertThat(client.listTables().tableNames()).containsExactly("Books", "Sessions");
    }
  }

  @Test
  void emulatorClients_reachTheDatabase() {
    LocalDynamoDb local = DYNAMODB.database();
    EmulatorClients clients = EmulatorClients.of(local.endpoint());
    DynamoDbClient client = clients.configure(DynamoDbClient.builder()).build();
    try (client) {
      assertThat(client.listTables().tableNames()).isNotEmpty();
    }
  }

  @Test
  void readme_containsTheLinesOfThisTest() throws IOException {
    String code =
        Files.readString(Path.of("src/test/java/dev/students/local/ReadmeSnippetsTest.java"));
    String page = Files.readString(Path.of("README.md"));

    for (String block : page.split("```java\n", -1)) {
      if (!block.startsWith("#")) {
        block
            .substring(0, block.indexOf("```"))
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("import dev.students.local"))
            .forEach(line -> assertThat(code).contains(line));
      }
    }
  }
}
