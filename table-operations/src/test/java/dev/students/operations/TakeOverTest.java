package dev.students.operations;

import static dev.students.operations.TestTable.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.students.data.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class TakeOverTest {

  @Test
  void takeOver_tableOfALegacyClient_leavesOnlyWhatNeedsAPerson() {
    try (TestTable table = new TestTable()) {
      for (int i = 0; i < 100; i++) {
        table.putLegacy("s" + i, "Student-%d@School.example".formatted(i));
      }
      table.putLegacy("twin-b", "Twin@x.example");
      table.putLegacy("twin-a", "twin@X.example");
      table.putLegacy("left", "left@x.example");
      table.set("left", "deleted", AttributeValue.fromBool(true));
      table.set("phantom", "xp", TestTable.n(5));
      List<Finding> left = new ArrayList<>();

      TakeOverResult result = takeOver(table.reader()).run(told -> {}, left::add);

      assertThat(left)
          .extracting(Finding::kind, Finding::students)
          .containsExactlyInAnyOrder(
              tuple(
                  FindingKind.SHARED_ADDRESS,
                  List.of(ImportScene.id("twin-a"), ImportScene.id("twin-b"))),
              tuple(FindingKind.PHANTOM, List.of(ImportScene.id("phantom"))));
      assertThat(result.repaired().outcomes())
          .isEqualTo(Map.of(RepairOutcome.REPAIRED, 101L, RepairOutcome.NEEDS_A_PERSON, 2L));
      assertThat(table.items().keySet())
          .contains("email#twin@x.example/email#twin@x.example")
          .filteredOn(key -> key.startsWith("email#"))
          .hasSize(101);
      assertThat(table.store.findByEmail(EmailAddress.of("student-7@school.example")))
          .map(student -> student.id().value())
          .hasValue("s7");
    }
  }

  @Test
  void takeOver_runAgain_changesNothing() {
    try (TestTable table = new TestTable()) {
      table.putLegacy("twin-b", "Twin@x.example");
      table.putLegacy("twin-a", "twin@X.example");
      takeOver(table.reader()).run(told -> {}, left -> {});
      var items = table.items();

      takeOver(table.reader()).run(told -> {}, left -> {});

      assertThat(table.items()).isEqualTo(items);
    }
  }

  @Test
  void missing_tableWithoutIndexAndWithOtherKey_isReportedAndNothingIsWritten() {
    String name = "legacy-" + UUID.randomUUID();
    TestTable.CLIENT.createTable(
        request ->
            request
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("pk")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(
                    KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build()));
    TestTable.CLIENT.putItem(put -> put.tableName(name).item(Map.of("pk", s("student#a"))));

    TakeOver takeOver = takeOver(TableReader.create(TestTable.CLIENT, name));

    assertThat(takeOver.missing())
        .startsWith(
            "The table's key must be pk (HASH), sk (RANGE); it is pk (HASH), and a key cannot be"
                + " changed: make a new table and move the items.",
            "The index gsi1 is missing: add it with the key gsi1_pk (HASH), gsi1_sk (RANGE),"
                + " projecting all attributes.");
    assertThatThrownBy(() -> takeOver.run(told -> {}, left -> {}))
        .isInstanceOf(IllegalStateException.class);
    TestTable.CLIENT.deleteTable(request -> request.tableName(name));
  }

  @Test
  void missing_tableOfThisProduct_isEmpty() {
    try (TestTable table = new TestTable()) {
      assertThat(takeOver(table.reader()).missing()).isEmpty();
    }
  }

  private static TakeOver takeOver(TableReader table) {
    return TakeOver.of(table, TableCheck.of(table));
  }
}
