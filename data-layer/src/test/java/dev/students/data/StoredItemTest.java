package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StoredItemTest {

  private static final StudentId OLD = StudentId.of("old");
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  @Test
  void read_itemsWrittenByTheStore_haveTheirKinds() {
    try (TestTable table = new TestTable()) {
      Student ada = table.store.create(TestTable.ada());
      table.store.awardXp(ada.id(), XpAward.of(AwardId.of("essay"), 5));

      assertThat(table.items().values().stream().map(StoredItem::read))
          .containsExactly(
              new StoredItem.Reservation("ada@example.org", ada.id()),
              new StoredItem.Award(
                  ada.id(), new RecordedAward(AwardId.of("essay"), 5, TestTable.NOW)),
              new StoredItem.OfStudent(
                  table.store.findById(ada.id()).orElseThrow(),
                  Optional.of("ada@example.org"),
                  true,
                  true));
      assertThat(table.items().values().stream().map(StoredItemTest::keyOf))
          .containsExactly(
              StoredItem.reservationKeys(ada.email()).get(0),
              StoredItem.key(ada.id(), AwardId.of("essay")),
              StoredItem.key(ada.id()));
    }
  }

  @Test
  void reservationAndIndexKeys_equalThoseOfTheStore() {
    try (TestTable table = new TestTable()) {
      Student ada = table.store.create(TestTable.ada());

      assertThat(StoredItem.reservation(ada.email(), ada.id()))
          .isEqualTo(table.item("email#ada@example.org"));
      assertThat(table.item("student#ada"))
          .containsAllEntriesOf(StoredItem.indexKeys(ada))
          .containsEntry(StoredItem.EMAIL_ATTRIBUTE, AttributeValue.fromS(ada.email().value()));
    }
  }

  @Test
  void read_legacyStudent_isNotClaimed() {
    assertThat(StoredItem.read(TestTable.legacyStudent("old", "Old@x")))
        .isEqualTo(
            new StoredItem.OfStudent(
                StudentFixture.student(
                    OLD,
                    PersonName.of("Old"),
                    PersonName.of("Timer"),
                    EmailAddress.of("Old@x"),
                    7,
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty()),
                Optional.of("Old@x"),
                false,
                false));
  }

  @Test
  void read_studentKeyWithoutNamesAndAddress_isPhantom() {
    assertThat(StoredItem.read(item("student#old", "student#old", "xp", number("5"))))
        .isEqualTo(new StoredItem.Phantom(OLD));
  }

  @Test
  void read_erasureMarker_isNotAStudent() {
    assertThat(
            StoredItem.read(
                item("student#old", "student#old", "erasing", AttributeValue.fromBool(true))))
        .isEqualTo(new StoredItem.ErasureMark(OLD));
  }

  @Test
  void read_invalidAttribute_isNamedWithoutItsValue() {
    Map<String, AttributeValue> student = TestTable.legacyStudent("old", "old@x");
    student.put("xp", AttributeValue.fromS("seven"));

    assertThat(
            List.of(
                StoredItem.read(student),
                StoredItem.read(item("email#a@x", "email#a@x", "studentId", number("1"))),
                StoredItem.read(item("student#old", "award#1", "amount", number("1"))),
                StoredItem.read(item("student#a b", "student#a b", "xp", number("1"))),
                StoredItem.read(item("student#a b", "award#1", "amount", number("1")))))
        .containsExactly(
            new StoredItem.Malformed(
                Optional.of(OLD), "xp", "is not a number", Optional.of("old@x")),
            new StoredItem.Malformed(
                Optional.empty(), "studentId", "is not a string", Optional.empty()),
            new StoredItem.Malformed(Optional.of(OLD), "awardedAt", "is missing", Optional.empty()),
            new StoredItem.Malformed(
                Optional.empty(), "pk", "is not a student key", Optional.empty()),
            new StoredItem.Malformed(
                Optional.empty(), "pk", "is not a student key", Optional.empty()));
  }

  @Test
  void read_otherKeys_areUnknown() {
    assertThat(
            List.of(
                StoredItem.read(item("course#1", "course#1", "xp", number("1"))),
                StoredItem.read(item("student#old", "photo#1", "xp", number("1"))),
                StoredItem.read(Map.of("id", number("1")))))
        .containsOnly(new StoredItem.Unknown());
  }

  @Test
  void reservationKeys_differentForms_areFoldedThenLowerCase() {
    assertThat(StoredItem.reservationKeys(EmailAddress.of("Straße@x")))
        .extracting(key -> TestTable.text(key, "pk"))
        .containsExactly("email#strasse@x", "email#straße@x");
  }

  @Test
  void toString_personalData_isOmitted() {
    Map<String, AttributeValue> award = item("student#old", "award#1", "amount", number("1"));
    award.put("awardedAt", AttributeValue.fromS(NOW.toString()));

    assertThat(StoredItem.read(TestTable.legacyStudent("old", "old@x")).toString())
        .contains("old")
        .doesNotContain("old@x", "Timer");
    assertThat(new StoredItem.Reservation("old@x", OLD)).hasToString("Reservation[student=old, …]");
    assertThat(
            new StoredItem.Malformed(
                Optional.of(OLD), "xp", "is not a number", Optional.of("old@x")))
        .hasToString("Malformed[student=old, attribute=xp, problem=is not a number, …]");
    assertThat(StoredItem.read(award).toString()).contains("1");
  }

  private static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
    return Map.of("pk", item.get("pk"), "sk", item.get("sk"));
  }

  private static Map<String, AttributeValue> item(
      String pk, String sk, String attribute, AttributeValue value) {
    return new HashMap<>(
        Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk), attribute, value));
  }

  private static AttributeValue number(String number) {
    return AttributeValue.fromN(number);
  }
}
