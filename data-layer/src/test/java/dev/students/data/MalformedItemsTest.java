package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Malformed and foreign items do not hide other items, and their messages contain no address. */
class MalformedItemsTest {

  private static final EmailAddress EMAIL = EmailAddress.of("ada@example.org");
  private static final StudentId ADA = StudentId.of("ada");

  private final TestTable table = new TestTable();

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void findByEmail_malformedAndForeignItems_findsTheHolderAndLogsTheKeys() {
    Student ada = table.store.create(TestTable.ada());
    putBroken("a-broken");
    putForeign("email#somebody@example.org");
    putForeign("teacher#ada@example.org");
    List<String> logged =
        LoggedMessages.during(() -> assertThat(table.store.findByEmail(EMAIL)).contains(ada));
    assertThat(logged)
        .containsExactly(
            "Skipped by findByEmail: Attribute xp of item student#a-broken is not a number:"
                + " correct it in the table");
  }

  @Test
  void findByEmail_onlyMalformedItems_throws() {
    putBroken("broken");
    assertThatThrownBy(() -> table.store.findByEmail(EMAIL))
        .isInstanceOf(MalformedItemException.class)
        .hasMessageContaining("student#broken");
  }

  @Test
  void findByEmail_onlyForeignItems_isEmpty() {
    putForeign("email#somebody@example.org");
    Map<String, AttributeValue> other = new HashMap<>(TestTable.legacyStudent("x", EMAIL.value()));
    other.put("pk", AttributeValue.fromS("teacher#1"));
    table.put(other);
    assertThat(table.store.findByEmail(EMAIL)).isEmpty();
  }

  @Test
  void findByEmail_reservationHolderIsMalformed_throws() {
    table.store.create(TestTable.ada());
    Map<String, AttributeValue> item = new HashMap<>(table.item("student#ada"));
    item.put("xp", AttributeValue.fromN("99.5"));
    table.put(item);
    assertThatThrownBy(() -> table.store.findByEmail(EMAIL))
        .isInstanceOf(MalformedItemException.class)
        .hasMessageContaining("xp");
  }

  @Test
  void awards_oneMalformed_theOthersAreReturned() {
    table.store.create(TestTable.ada());
    for (String id : List.of("a", "b", "c")) {
      table.store.awardXp(ADA, XpAward.of(AwardId.of(id), 5));
    }
    Map<String, AttributeValue> award = new HashMap<>(table.item("student#ada", "award#b"));
    award.remove("amount");
    table.put(award);
    Iterator<RecordedAward> awards = table.store.awards(ADA).iterator();
    assertThat(awards.next().id()).isEqualTo(AwardId.of("a"));
    assertThatThrownBy(awards::next)
        .isInstanceOf(MalformedItemException.class)
        .hasMessage(
            "Attribute amount of item student#ada/award#b is missing: correct it in the table");
    assertThat(awards.next().id()).isEqualTo(AwardId.of("c"));
    assertThat(awards.hasNext()).isFalse();
  }

  @Test
  void awardXp_storedXpIsFractional_isAppliedAndReadsThrow() {
    table.store.create(TestTable.ada());
    Map<String, AttributeValue> item = new HashMap<>(table.item("student#ada"));
    item.put("xp", AttributeValue.fromN("99.5"));
    table.put(item);
    // A condition cannot check whether a number is an integer. Nothing is lost: once the XP is
    // corrected, it includes the award.
    assertThat(table.store.awardXp(ADA, XpAward.of(AwardId.of("quiz"), 5)))
        .isEqualTo(AwardOutcome.APPLIED);
    assertThat(table.item("student#ada").get("xp")).isEqualTo(AttributeValue.fromN("104.5"));
    assertThatThrownBy(() -> table.store.findById(ADA))
        .isInstanceOf(MalformedItemException.class)
        .hasMessageContaining("Attribute xp of item student#ada");
  }

  private void putBroken(String id) {
    Map<String, AttributeValue> item = new HashMap<>(TestTable.legacyStudent(id, EMAIL.value()));
    item.put("xp", AttributeValue.fromS("many"));
    table.put(item);
  }

  private void putForeign(String key) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("pk", AttributeValue.fromS(key));
    item.put("sk", AttributeValue.fromS(key));
    item.put("gsi1_pk", AttributeValue.fromS(EMAIL.value()));
    item.put("gsi1_sk", AttributeValue.fromS(key));
    table.put(item);
  }
}
