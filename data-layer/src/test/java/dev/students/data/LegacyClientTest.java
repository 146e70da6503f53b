package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LegacyClientTest {

  private static final StudentId OLD = StudentId.of("old");
  private static final EmailAddress EMAIL = EmailAddress.of("old@x.org");
  private static final StudentUpdate RENAME =
      StudentUpdate.builder().firstName(PersonName.of("New")).build();

  private final TestTable table = new TestTable();

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void find_legacyStudent_isFound() {
    table.putLegacy("old", "old@x.org");
    Student expected =
        StudentFixture.student(
            OLD,
            PersonName.of("Old"),
            PersonName.of("Timer"),
            EMAIL,
            7,
            0,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty());
    assertThat(table.store.findById(OLD)).contains(expected);
    assertThat(table.store.findByEmail(EmailAddress.of("OLD@x.org"))).contains(expected);
  }

  @Test
  void update_firstChangeOfLegacyStudent_reservesTheEmail() {
    table.putLegacy("old", "old@x.org");
    Student updated = table.store.update(OLD, RENAME);
    assertThat(updated.version()).isEqualTo(1);
    assertThat(table.store.findById(OLD)).contains(updated);
    assertThat(table.keys()).containsExactly("email#old@x.org", "student#old");
    assertThatThrownBy(() -> table.store.create(TestTable.student("new", "N", "N", "old@x.org")))
        .isInstanceOf(EmailTakenException.class);
  }

  @Test
  void update_withoutEmail_succeedsEvenIfTheEmailIsTaken() {
    table.putLegacy("old", "old@x.org");
    table.store.create(TestTable.student("new", "N", "N", "old@x.org"));
    table.wire.forget();
    Student updated = table.store.update(OLD, RENAME);
    assertThat(table.wire.operations())
        .containsExactly("GetItem", "TransactWriteItems", "TransactWriteItems");
    assertThat(table.store.findById(OLD)).contains(updated);
    assertThat(updated.firstName()).isEqualTo(PersonName.of("New"));
    assertThat(TestTable.text(table.item("email#old@x.org"), "studentId")).isEqualTo("new");

    Student deleted = table.store.softDelete(OLD);
    assertThat(deleted.isDeleted()).isTrue();
    assertThat(TestTable.text(table.item("email#old@x.org"), "studentId")).isEqualTo("new");
    assertThatThrownBy(() -> table.store.restore(OLD)).isInstanceOf(EmailTakenException.class);
  }

  @Test
  void update_ownEmailHeldByAnother_isRefused() {
    table.putLegacy("old", "old@x.org");
    table.store.create(TestTable.student("new", "N", "N", "old@x.org"));
    assertThatThrownBy(
            () ->
                table.store.update(
                    OLD, StudentUpdate.builder().email(EmailAddress.of("OLD@x.org")).build()))
        .isInstanceOf(EmailTakenException.class);
  }

  @Test
  void update_newEmailOfLegacyStudent_keepsOtherReservations() {
    table.putLegacy("old", "old@x.org");
    table.store.create(TestTable.student("new", "N", "N", "old@x.org"));
    Student moved =
        table.store.update(
            OLD, StudentUpdate.builder().email(EmailAddress.of("mine@x.org")).build());
    assertThat(table.store.findByEmail(EmailAddress.of("mine@x.org"))).contains(moved);
    assertThat(table.keys())
        .containsExactly("email#mine@x.org", "email#old@x.org", "student#new", "student#old");
  }

  @Test
  void softDelete_emailChangedAfterADroppedRelease_freesTheNewEmail() {
    table.putLegacy("old", "old@x.org");
    table.store.create(TestTable.student("new", "N", "N", "old@x.org"));
    table.wire.pass();
    table.wire.beforeWrite(
        () ->
            table.other.update(
                OLD, StudentUpdate.builder().email(EmailAddress.of("mine@x.org")).build()));
    assertThat(table.store.softDelete(OLD).email()).isEqualTo(EmailAddress.of("mine@x.org"));
    assertThat(table.keys()).containsExactly("email#old@x.org", "student#new", "student#old");
  }

  @Test
  void findByEmail_deletedLegacyStudentsInIndex_findsTheOneNotDeleted() {
    table.putLegacyDeleted("a", "old@x.org");
    table.putLegacyDeleted("b", "old@x.org");
    Student live = table.store.create(TestTable.student("z", "Z", "Z", "old@x.org"));
    assertThat(table.store.findByEmail(EMAIL)).contains(live);
    table.store.softDelete(live.id());
    assertThat(table.store.findByEmail(EMAIL)).isEmpty();
  }

  @Test
  void findByEmail_twoLegacyStudents_findsTheLowestId() {
    table.putLegacy("b", "old@x.org");
    table.putLegacy("a", "old@x.org");
    assertThat(table.store.findByEmail(EMAIL).get().id()).isEqualTo(StudentId.of("a"));
  }

  @Test
  void findByEmail_oneOfTwoHoldsTheReservation_findsTheHolder() {
    table.putLegacy("a", "old@x.org");
    table.putLegacy("b", "old@x.org");
    table.store.update(StudentId.of("b"), RENAME);
    assertThat(table.store.findByEmail(EMAIL).get().id()).isEqualTo(StudentId.of("b"));
    table.store.update(StudentId.of("a"), RENAME);
    assertThat(table.store.findByEmail(EMAIL).get().id()).isEqualTo(StudentId.of("b"));
  }

  @Test
  void restore_deletedLegacyStudent_isRestored() {
    table.putLegacyDeleted("old", "old@x.org");
    assertThat(table.store.findById(OLD)).isEmpty();
    Student deleted = table.store.findById(OLD, FindOption.INCLUDE_DELETED).get();
    assertThat(deleted.isDeleted()).isTrue();
    assertThat(table.store.softDelete(OLD)).isEqualTo(deleted);
    Student restored = table.store.restore(OLD);
    assertThat(restored.isDeleted()).isFalse();
    assertThat(table.store.findByEmail(EMAIL)).contains(restored);
    assertThat(table.keys()).containsExactly("email#old@x.org", "student#old");
  }

  @Test
  void softDelete_deletedByLegacyClient_freesTheEmail() {
    Student ours = table.store.create(TestTable.student("ours", "O", "O", "old@x.org"));
    var item = new java.util.HashMap<>(table.item("student#ours"));
    item.put("deleted", AttributeValue.fromBool(true));
    table.put(item);
    assertThat(table.store.findById(ours.id())).isEmpty();
    assertThat(table.store.softDelete(ours.id()).isDeleted()).isTrue();
    assertThat(table.keys()).containsExactly("student#ours");
  }

  @Test
  void update_emailChangedByLegacyClient_movesTheReservation() {
    table.store.create(TestTable.student("ours", "O", "O", "first@x.org"));
    var item = new java.util.HashMap<>(table.item("student#ours"));
    item.put("gsi1_pk", AttributeValue.fromS("old@x.org"));
    table.put(item);
    assertThat(table.store.findByEmail(EMAIL).get().email()).isEqualTo(EMAIL);
    table.store.update(StudentId.of("ours"), RENAME);
    assertThat(table.keys()).containsExactly("email#old@x.org", "student#ours");
  }

  @Test
  void findByEmail_legacyEmailNotInLowerCase_isFoundAfterAFirstChange() {
    table.putLegacy("old", "Old@X.org");
    assertThat(table.store.findById(OLD).get().email()).isEqualTo(EmailAddress.of("Old@X.org"));
    Student updated = table.store.update(OLD, RENAME);
    assertThat(table.store.findByEmail(EMAIL)).contains(updated);
    assertThat(table.keys()).containsExactly("email#old@x.org", "student#old");
  }
}
