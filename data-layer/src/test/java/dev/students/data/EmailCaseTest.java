package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Addresses whose lower-case and case-folded forms differ, with and without earlier reservations.
 */
class EmailCaseTest {

  private static final StudentId ID = StudentId.of("s");
  private static final EmailAddress SHARP = EmailAddress.of("Straße@x.org");
  private static final EmailAddress CAPITALS = EmailAddress.of("STRASSE@X.ORG");
  private static final StudentUpdate RENAME =
      StudentUpdate.builder().firstName(PersonName.of("New")).build();

  private final TestTable table = new TestTable();

  @AfterEach
  void close() {
    table.close();
  }

  @ParameterizedTest
  @CsvSource({
    "straße@x.gr, STRASSE@X.GR",
    "STRASSE@x.gr, straẞe@x.gr",
    "σταυρος@x.gr, ΣΤΑΥΡΟΣ@X.GR",
    "σταυροσ@x.gr, σταυρος@x.gr",
    "ΣΟΦΟΣ.Α@x.gr, σοφος.α@x.gr",
    "oﬃce@x.gr, OFFICE@x.gr",
    "ᾳ@x.gr, ΑΙ@x.gr",
    "ſam@x.gr, Sam@x.gr",
    "ꭰ@x.gr, Ꭰ@x.gr"
  })
  void email_twoSpellings_belongToOneStudent(String one, String other) {
    Student student = table.store.create(TestTable.student("s", "S", "S", one));
    for (String spelling : List.of(one, other)) {
      assertThatThrownBy(() -> table.store.create(TestTable.student("t", "T", "T", spelling)))
          .isInstanceOf(EmailTakenException.class);
      assertThat(table.store.findByEmail(EmailAddress.of(spelling))).contains(student);
    }
    table.store.softDelete(ID);
    assertThat(table.store.findByEmail(EmailAddress.of(other))).isEmpty();
    assertThat(table.keys()).containsExactly("student#s");
    Student restored = table.store.restore(ID);
    assertThat(table.store.findByEmail(EmailAddress.of(other))).contains(restored);
    table.store.erase(ID);
    assertThat(table.keys()).isEmpty();
  }

  @Test
  void create_reservedByAnEarlierReleaseInLowerCase_isRefused() {
    putOfEarlierRelease("s", SHARP);
    assertThatThrownBy(() -> table.store.create(TestTable.student("t", "T", "T", "STRAßE@x.org")))
        .isInstanceOf(EmailTakenException.class);
    assertThat(table.store.findByEmail(SHARP)).contains(now());
  }

  @Test
  void update_studentOfAnEarlierRelease_movesItsReservation() {
    putOfEarlierRelease("s", SHARP);
    table.store.update(ID, RENAME);
    assertThat(table.keys()).containsExactly("email#strasse@x.org", "student#s");
    assertThat(table.store.findByEmail(CAPITALS)).contains(now());
    table.wire.forget();
    table.store.update(ID, StudentUpdate.builder().email(SHARP).build());
    assertThat(table.wire.operations()).as("reserved by the update").containsExactly("GetItem");
  }

  @Test
  void update_foldedFormTaken_keepsTheEarlierReservation() {
    putOfEarlierRelease("s", SHARP);
    Student other = table.store.create(TestTable.student("t", "T", "T", CAPITALS.value()));
    assertThat(table.store.update(ID, RENAME).firstName()).isEqualTo(PersonName.of("New"));
    assertThat(table.keys())
        .containsExactly("email#strasse@x.org", "email#straße@x.org", "student#s", "student#t");
    assertThatThrownBy(() -> table.store.update(ID, StudentUpdate.builder().email(SHARP).build()))
        .isInstanceOf(EmailTakenException.class);
    assertThat(table.store.findByEmail(CAPITALS)).contains(other);
    assertThat(table.store.findByEmail(SHARP)).contains(now());
  }

  @Test
  void softDeleteAndErase_studentOfAnEarlierRelease_freeItsReservation() {
    putOfEarlierRelease("s", SHARP);
    table.store.softDelete(ID);
    assertThat(table.keys()).containsExactly("student#s");
    table.store.erase(ID);
    putOfEarlierRelease("s", SHARP);
    table.store.erase(ID);
    assertThat(table.keys()).isEmpty();
  }

  @Test
  void update_differentSpellingOfTheSameEmail_keepsTheReservation() {
    table.store.create(TestTable.student("s", "S", "S", SHARP.value()));
    assertThat(table.item("student#s")).containsKey("reservedAs");
    Student updated = table.store.update(ID, StudentUpdate.builder().email(CAPITALS).build());
    assertThat(updated).isEqualTo(now());
    assertThat(table.keys()).containsExactly("email#strasse@x.org", "student#s");
    assertThat(TestTable.text(table.item("student#s"), "gsi1_pk")).isEqualTo("strasse@x.org");
    assertThat(table.item("student#s")).doesNotContainKey("reservedAs");
    assertThat(table.store.findByEmail(SHARP)).contains(updated);
  }

  @Test
  void findByEmail_legacyStudentInEitherForm_isFound() {
    table.putLegacy("a", "straße@x.org");
    assertThat(table.store.findByEmail(SHARP).orElseThrow().id()).isEqualTo(StudentId.of("a"));
    table.store.erase(StudentId.of("a"));
    table.putLegacy("b", "strasse@x.org");
    assertThat(table.store.findByEmail(SHARP).orElseThrow().id()).isEqualTo(StudentId.of("b"));
    assertThat(table.store.findByEmail(CAPITALS).orElseThrow().id()).isEqualTo(StudentId.of("b"));
  }

  @Test
  void findByEmail_holderDeletedByALegacyClient_isEmpty() {
    table.store.create(TestTable.student("s", "S", "S", SHARP.value()));
    assertThat(table.store.findByEmail(CAPITALS)).contains(now());
    table.setAsLegacyClient("s", "deleted", AttributeValue.fromBool(true));
    assertThat(table.store.findByEmail(CAPITALS)).isEmpty();
  }

  @Test
  void index_newStudent_hasTheLowerCaseThatLegacyClientsQuery() {
    table.store.create(TestTable.student("s", "S", "S", "ΣΤΑΥΡΟΣ@X.GR"));
    assertThat(TestTable.text(table.item("student#s"), "gsi1_pk")).isEqualTo("σταυρος@x.gr");
  }

  @Test
  void findByEmail_reservationWithoutMatchingStudent_isEmpty() {
    table.store.create(TestTable.student("s", "S", "S", "other@x.org"));
    for (AttributeValue id :
        List.of(
            AttributeValue.fromS("nobody"),
            AttributeValue.fromS("s"),
            AttributeValue.fromS("not an id"),
            AttributeValue.fromN("1"))) {
      Map<String, AttributeValue> reservation = new HashMap<>();
      reservation.put("pk", AttributeValue.fromS("email#strasse@x.org"));
      reservation.put("sk", AttributeValue.fromS("email#strasse@x.org"));
      reservation.put("studentId", id);
      table.put(reservation);
      assertThat(table.store.findByEmail(CAPITALS)).isEmpty();
    }
  }

  private Student now() {
    return table.store.findById(ID).orElseThrow();
  }

  /** A student as the first releases wrote it: its reservation uses the lower-case form. */
  private void putOfEarlierRelease(String id, EmailAddress email) {
    table.store.create(TestTable.student(id, "S", "S", email.value()));
    Map<String, AttributeValue> student = new HashMap<>(table.item("student#" + id));
    student.remove("reservedAs");
    student.put("version", AttributeValue.fromN("1"));
    table.put(student);
    Map<String, AttributeValue> reservation =
        new HashMap<>(table.item("email#" + email.normalized()));
    table.remove("email#" + email.normalized());
    String key = "email#" + TestTable.text(student, "gsi1_pk");
    reservation.put("pk", AttributeValue.fromS(key));
    reservation.put("sk", AttributeValue.fromS(key));
    table.put(reservation);
  }
}
