package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class EraseTest {

  private static final StudentId ID = StudentId.of("ada");

  private final TestTable table = new TestTable();

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void erase_student_removesAllItsItemsAndNoOthers() {
    table.store.create(TestTable.ada());
    table.store.create(TestTable.student("ada2", "Eve", "E", "eve@x.org"));
    for (String student : new String[] {"ada", "ada2"}) {
      table.store.awardXp(StudentId.of(student), XpAward.of(AwardId.of("quiz"), 5));
    }
    table.store.erase(ID);
    assertThat(table.keys())
        .containsExactly("email#eve@x.org", "student#ada2/award#quiz", "student#ada2");
    assertThat(table.store.findById(ID, FindOption.INCLUDE_DELETED)).isEmpty();
    table.store.erase(ID);
    assertThat(table.store.create(TestTable.ada()).version()).isEqualTo(1);
  }

  @Test
  void erase_moreAwardsThanFitInATransaction_removesAll() {
    table.store.create(TestTable.ada());
    for (int i = 0; i < 205; i++) {
      table.other.awardXp(ID, XpAward.of(AwardId.of("award-" + i), 1));
    }
    assertThat(table.keys()).hasSize(207);
    table.wire.forget();
    table.store.erase(ID);
    assertThat(table.keys()).isEmpty();
    assertThat(table.wire.operations())
        .containsExactly(
            "GetItem",
            "TransactWriteItems",
            "Query",
            "TransactWriteItems",
            "Query",
            "TransactWriteItems",
            "Query",
            "TransactWriteItems");
  }

  @Test
  void erase_phantom_removesIt() {
    Map<String, AttributeValue> phantom = new HashMap<>(StoredItem.key(ID));
    phantom.put("xp", AttributeValue.fromN("5"));
    table.put(phantom);

    table.store.erase(ID);

    assertThat(table.keys()).isEmpty();
  }

  @Test
  void erase_studentChangesMeanwhile_erasesItsCurrentState() {
    table.store.create(TestTable.ada());
    table.wire.beforeWrite(
        () ->
            table.other.update(
                ID, StudentUpdate.builder().email(EmailAddress.of("new@x.org")).build()));
    table.store.erase(ID);
    assertThat(table.keys()).isEmpty();
  }

  @Test
  void erase_deletedStudentWhoseEmailWasTaken_keepsTheReservation() {
    table.store.create(TestTable.ada());
    table.store.softDelete(ID);
    table.store.create(TestTable.student("eve", "Eve", "E", "ada@example.org"));
    table.store.erase(ID);
    assertThat(table.keys()).containsExactly("email#ada@example.org", "student#eve");
  }

  @Test
  void erase_legacyStudentWhoseEmailIsTaken_keepsTheReservation() {
    table.putLegacy("ada", "ada@example.org");
    table.store.create(TestTable.student("eve", "Eve", "E", "ada@example.org"));
    table.wire.forget();
    table.store.erase(ID);
    assertThat(table.keys()).containsExactly("email#ada@example.org", "student#eve");
    assertThat(table.pause.slept).isEmpty();
  }

  @Test
  void erase_legacyEmailTooLongForAKey_isErased() {
    table.putLegacy("ada", "a".repeat(1_100) + "@x.org");
    table.store.erase(ID);
    assertThat(table.keys()).isEmpty();
  }

  @Test
  void erase_malformedItem_freesEveryEmailItNames() {
    List<Consumer<Map<String, AttributeValue>>> damages =
        List.of(
            item -> item.remove("gsi1_pk"),
            item -> item.remove("email"),
            item -> item.put("email", AttributeValue.fromS("no address")),
            item -> item.put("email", AttributeValue.fromN("1")),
            item -> item.put("email", AttributeValue.fromS("")),
            item -> item.put("gsi1_pk", AttributeValue.fromS("no address")),
            item -> {
              item.put("deleted", AttributeValue.fromBool(true));
              item.remove("gsi1_pk");
            },
            item -> {
              item.put("email", AttributeValue.fromS("no address"));
              item.remove("gsi1_pk");
            });
    for (Consumer<Map<String, AttributeValue>> damage : damages) {
      table.store.create(TestTable.student("ada", "A", "L", "Straße@x.org"));
      Map<String, AttributeValue> item = new HashMap<>(table.item("student#ada"));
      damage.accept(item);
      table.put(item);
      table.store.erase(ID);
      assertThat(table.keys()).isEmpty();
    }
  }

  @Test
  void erase_malformedItemNamingATakenEmail_freesOnlyItsOwn() {
    table.store.create(TestTable.student("eve", "Eve", "E", "eve@x.org"));
    table.store.create(TestTable.ada());
    Map<String, AttributeValue> item = new HashMap<>(table.item("student#ada"));
    item.put("gsi1_pk", AttributeValue.fromS("eve@x.org"));
    table.put(item);
    table.store.erase(ID);
    assertThat(table.keys()).containsExactly("email#eve@x.org", "student#eve");
  }

  @Test
  void erase_conflictsWithProgress_exceedsTheLimitsOfOneStep() {
    table.store.create(TestTable.ada());
    for (int i = 0; i < 205; i++) {
      table.other.awardXp(ID, XpAward.of(AwardId.of("award-" + i), 1));
    }
    for (int step = 0; step < 4; step++) {
      for (int i = 0; i < 8; i++) {
        table.wire.cancel("TransactionConflict", "None");
      }
      table.wire.pass();
    }
    table.store.erase(ID);
    assertThat(table.keys()).isEmpty();
    assertThat(table.pause.slept).hasSize(32);
    assertThat(table.pause.now).isGreaterThan(Duration.ofSeconds(5));
  }

  @Test
  void erase_awardsWithoutStudent_removesThem() {
    table.store.create(TestTable.ada());
    for (int i = 0; i < 101; i++) {
      table.other.awardXp(ID, XpAward.of(AwardId.of("award-" + i), 1));
    }
    table.remove("student#ada");
    table.store.erase(ID);
    assertThat(table.keys()).containsExactly("email#ada@example.org");
  }

  @Test
  void erase_studentCreatedAmongOrphanedAwards_erasesItToo() {
    table.store.create(TestTable.ada());
    table.store.awardXp(ID, XpAward.of(AwardId.of("quiz"), 5));
    table.remove("student#ada");
    table.wire.beforeWrite(() -> table.other.create(TestTable.ada()));
    table.store.erase(ID);
    assertThat(table.keys()).isEmpty();
    assertThat(table.pause.slept).hasSize(1);
  }

  @Test
  void erase_twoConcurrently_bothSucceed() {
    table.store.create(TestTable.ada());
    table.store.awardXp(ID, XpAward.of(AwardId.of("quiz"), 5));
    table.wire.pass().beforeWrite(() -> table.other.erase(ID));
    table.store.erase(ID);
    assertThat(table.keys()).isEmpty();
  }

  @Test
  void erase_interruptedHalfway_studentIsNotFound() {
    table.store.create(TestTable.ada());
    table.store.awardXp(ID, XpAward.of(AwardId.of("quiz"), 5));
    table.wire.pass().answer(DENIED);
    assertThatThrownBy(() -> table.store.erase(ID)).hasMessageContaining("not yours");
    assertThat(table.keys()).containsExactly("student#ada/award#quiz", "student#ada");
    assertThat(table.item("student#ada"))
        .containsOnlyKeys("pk", "sk", "entityType", "deleted", "erasing", "version");

    assertThat(table.store.findById(ID, FindOption.INCLUDE_DELETED)).isEmpty();
    assertThatThrownBy(() -> table.store.restore(ID)).isInstanceOf(StudentNotFoundException.class);
    assertThatThrownBy(() -> table.store.awardXp(ID, XpAward.of(AwardId.of("new"), 5)))
        .isInstanceOf(StudentNotFoundException.class);
    assertThatThrownBy(() -> table.store.create(TestTable.ada()))
        .isInstanceOf(StudentExistsException.class);

    table.store.erase(ID);
    assertThat(table.keys()).isEmpty();
  }

  static final String DENIED =
      """
      {"__type":"com.amazon.coral.service#AccessDeniedException","Message":"not yours"}\
      """;
}
