package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The example in docs/access-patterns.md that takes over a legacy client's table. */
class LegacyTableExampleTest {

  private final TestTable table = new TestTable();

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void claimAddresses_legacyTable_reservesAllAndReportsDuplicates() {
    table.putLegacy("a", "Alone@x.org");
    table.putLegacy("b", "shared@x.org");
    table.putLegacy("c", "shared@x.org");
    table.putLegacyDeleted("d", "shared@x.org");
    table.store.create(TestTable.student("e", "E", "E", "e@x.org"));

    List<StudentId> sharing = claimAddresses(TestTable.PLAIN, table.store, table.name);

    assertThat(sharing).hasSize(1);
    assertThat(sharing.get(0).value()).isIn("b", "c");
    assertThat(table.keys())
        .containsExactly(
            "email#alone@x.org",
            "email#e@x.org",
            "email#shared@x.org",
            "student#a",
            "student#b",
            "student#c",
            "student#d",
            "student#e");
    assertThat(table.store.findByEmail(EmailAddress.of("alone@x.org"))).isPresent();

    table.store.update(
        sharing.get(0), StudentUpdate.builder().email(EmailAddress.of("own@x.org")).build());
    assertThat(claimAddresses(TestTable.PLAIN, table.store, table.name)).isEmpty();
  }

  @SuppressWarnings("NullAway") // Every item has its key.
  private static List<StudentId> claimAddresses(
      DynamoDbClient dynamoDb, StudentStore students, String table) {
    // Example: begin
    List<StudentId> sharing = new ArrayList<>();
    for (Map<String, AttributeValue> item :
        dynamoDb
            .scanPaginator(
                scan ->
                    scan.tableName(table)
                        .projectionExpression("pk")
                        .filterExpression("entityType = :student")
                        .expressionAttributeValues(
                            Map.of(":student", AttributeValue.fromS("student"))))
            .items()) {
      StudentId id = StudentId.of(item.get("pk").s().substring("student#".length()));
      Optional<Student> student = students.findById(id); // nobody, where it was deleted
      try {
        student
            .map(it -> StudentUpdate.builder().email(it.email()).build())
            .ifPresent(own -> students.update(id, own)); // writes nothing where it is reserved
      } catch (EmailTakenException e) {
        sharing.add(id);
      }
    }
    // Example: end
    return sharing;
  }

  @Test
  void document_example_equalsThisCode() throws IOException {
    DocumentedExample.of(LegacyTableExampleTest.class).assertStandsIn("docs/access-patterns.md");
  }
}
