package dev.students.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.StudentTable;
import java.util.Collection;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;

class TakeOverCommandTest {

  @Test
  void takeOver_legacyTable_leavesWhatNeedsAPerson() {
    try (OperatorsTable table = new OperatorsTable()) {
      table.putLegacy("a", "A@example.com");
      table.putLegacy("b", "b@example.com");
      table.putLegacy("twin-a", "twin@example.com");
      table.putLegacy("twin-b", "Twin@example.com");

      Run dry = table.run("take-over", "--dry-run");
      assertThat(table.items()).hasSize(4);
      Run run = table.run("take-over");

      assertThat(dry.out())
          .endsWith("Would repair 2; nothing was written.\nLeft for a person: 1.\n");
      assertThat(run)
          .isEqualTo(
              new Run(
                  4,
                  """
                  shared-address               student#twin-a; students twin-a, twin-b
                  Repaired 2 findings.
                  Read 7 items: the table is inconsistent.
                         1  shared-address: give all but one of the students an address of its own, or delete them
                  """,
                  table.where()));
      assertThat(table.items()).hasSize(7);
    }
  }

  @Test
  void takeOver_tableWithoutTheIndex_isRefusedAndSaysWhatIsMissing() {
    try (OperatorsTable table = new OperatorsTable(withoutIndex())) {
      table.putLegacy("a", "a@example.com");

      Run run = table.run("take-over", "--output", "json");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out())
          .startsWith("{\"command\":\"take-over\",\"target\":\"endpoint\",\"outcome\":\"refused\",")
          .contains("\"kind\":\"table-not-suitable\"");
      assertThat(run.err())
          .startsWith(
              table.where()
                  + "students: The index gsi1 is missing: add it with the key gsi1_pk (HASH),"
                  + " gsi1_sk (RANGE), projecting all attributes.");
      assertThat(table.items()).hasSize(1);
    }
  }

  private static CreateTableRequest withoutIndex() {
    CreateTableRequest whole = StudentTable.createTableRequest("students-" + UUID.randomUUID());
    return whole.toBuilder()
        .globalSecondaryIndexes((Collection<GlobalSecondaryIndex>) null)
        .attributeDefinitions(
            whole.attributeDefinitions().stream()
                .filter(attribute -> !attribute.attributeName().startsWith("gsi"))
                .toList())
        .build();
  }
}
