package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ProfileChangeTest {

  private static final StudentId ID = StudentId.of("ada");
  private static final StudentId NOBODY = StudentId.of("nobody");
  private static final StudentUpdate RENAME =
      StudentUpdate.builder().firstName(PersonName.of("Augusta")).build();

  private final TestTable table = new TestTable();

  @BeforeEach
  void create() {
    table.store.create(TestTable.ada());
  }

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void update_oneField_keepsTheOthers() {
    Student updated = table.store.update(ID, RENAME);
    assertThat(updated)
        .isEqualTo(
            StudentFixture.student(
                ID,
                PersonName.of("Augusta"),
                PersonName.of("Lovelace"),
                EmailAddress.of("Ada@Example.org"),
                0,
                2,
                Optional.of(TestTable.NOW),
                Optional.of(TestTable.NOW),
                false,
                Optional.empty()));
    assertThat(table.store.findById(ID)).contains(updated);
    Student again =
        table.store.update(ID, StudentUpdate.builder().lastName(PersonName.of("King")).build());
    assertThat(again.lastName()).isEqualTo(PersonName.of("King"));
    assertThat(table.store.findById(ID)).contains(again);
  }

  @Test
  void update_restoredByLegacyClient_keepsTheTimeOfDeletion() {
    Map<String, AttributeValue> item = new HashMap<>(table.item("student#ada"));
    item.put("deleted", AttributeValue.fromBool(false));
    item.put("deletedAt", AttributeValue.fromS("2026-01-01T00:00:00Z"));
    table.put(item);
    Student updated = table.store.update(ID, RENAME);
    assertThat(updated.deletedAt()).contains(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(table.store.findById(ID)).contains(updated);
  }

  @Test
  void update_newEmail_movesTheReservation() {
    Student updated = table.store.update(ID, email("Countess@Example.org"));
    assertThat(table.store.findByEmail(EmailAddress.of("countess@example.ORG"))).contains(updated);
    assertThat(table.store.findByEmail(EmailAddress.of("ada@example.org"))).isEmpty();
    assertThat(table.keys()).containsExactly("email#countess@example.org", "student#ada");
  }

  @Test
  void update_spellingOfEmail_keepsTheReservation() {
    table.wire.forget();
    Student updated = table.store.update(ID, email("ADA@example.org"));
    assertThat(updated.email()).isEqualTo(EmailAddress.of("ADA@example.org"));
    assertThat(table.wire.sent().get(1).body()).doesNotContain("email#");
    assertThat(table.store.findByEmail(EmailAddress.of("ada@example.org"))).contains(updated);
  }

  @Test
  void update_emailTaken_isRefusedAndChangesNothing() {
    table.store.create(TestTable.student("eve", "Eve", "E", "eve@x.org"));
    var before = table.items();
    assertThatThrownBy(() -> table.store.update(ID, email("EVE@x.org")))
        .isInstanceOf(EmailTakenException.class);
    assertThat(table.items()).isEqualTo(before);
  }

  @Test
  void update_unchangedValues_writesNothing() {
    table.wire.forget();
    Student same =
        table.store.update(
            ID,
            StudentUpdate.builder()
                .firstName(PersonName.of("Ada"))
                .email(EmailAddress.of("Ada@Example.org"))
                .build());
    assertThat(same.version()).isEqualTo(1);
    assertThat(table.wire.operations()).containsExactly("GetItem");
  }

  @Test
  void update_unknownOrDeletedStudent_isRefusedAndWritesNothing() {
    assertThatThrownBy(() -> table.store.update(NOBODY, RENAME))
        .isInstanceOf(StudentNotFoundException.class);
    table.store.softDelete(ID);
    assertThatThrownBy(() -> table.store.update(ID, RENAME))
        .isInstanceOf(StudentNotFoundException.class);
    assertThat(table.keys()).containsExactly("student#ada");
  }

  @Test
  void change_staleVersion_isRefused() {
    table.other.update(ID, RENAME);
    StudentUpdate stale =
        StudentUpdate.builder().lastName(PersonName.of("King")).expectedVersion(1).build();
    assertThatThrownBy(() -> table.store.update(ID, stale)).satisfies(this::isStale);
    assertThatThrownBy(() -> table.store.softDelete(ID, 1)).satisfies(this::isStale);
    table.store.softDelete(ID, 2);
    assertThatThrownBy(() -> table.store.restore(ID, 2)).isInstanceOf(StaleVersionException.class);
    assertThat(table.store.restore(ID, 3).version()).isEqualTo(4);
  }

  @Test
  void update_versionChangesAfterTheRead_isRefused() {
    table.wire.beforeWrite(() -> table.other.update(ID, RENAME));
    StudentUpdate update =
        StudentUpdate.builder().lastName(PersonName.of("King")).expectedVersion(1).build();
    assertThatThrownBy(() -> table.store.update(ID, update)).satisfies(this::isStale);
  }

  @Test
  void update_studentChangesAfterTheRead_isRebuilt() {
    table.wire.forget();
    table.wire.beforeWrite(() -> table.other.update(ID, RENAME));
    Student updated =
        table.store.update(ID, StudentUpdate.builder().lastName(PersonName.of("King")).build());
    assertThat(updated.firstName()).isEqualTo(PersonName.of("Augusta"));
    assertThat(updated.version()).isEqualTo(3);
    assertThat(table.store.findById(ID)).contains(updated);
    assertThat(table.wire.operations())
        .startsWith("GetItem", "TransactWriteItems", "GetItem", "TransactWriteItems");
    assertThat(table.pause.slept).hasSize(1);
  }

  @Test
  void find_deletedStudent_isFoundOnlyWithTheOption() {
    Student deleted = table.store.softDelete(ID);
    assertThat(deleted.isDeleted()).isTrue();
    assertThat(deleted.deletedAt()).contains(TestTable.NOW);
    assertThat(deleted.version()).isEqualTo(2);
    assertThat(table.store.findById(ID)).isEmpty();
    assertThat(table.store.findByEmail(EmailAddress.of("ada@example.org"))).isEmpty();
    assertThat(table.store.findById(ID, FindOption.INCLUDE_DELETED)).contains(deleted);
  }

  @Test
  void softDelete_student_freesTheEmail() {
    table.store.softDelete(ID);
    table.store.create(TestTable.student("eve", "Eve", "E", "ada@example.org"));
    assertThatThrownBy(() -> table.store.restore(ID)).isInstanceOf(EmailTakenException.class);
    assertThat(table.store.softDelete(ID).isDeleted()).isTrue();
    assertThat(table.keys()).containsExactly("email#ada@example.org", "student#ada", "student#eve");
    table.store.softDelete(StudentId.of("eve"));
    assertThat(table.store.restore(ID).isDeleted()).isFalse();
  }

  @Test
  void softDeleteAndRestore_repeated_changeNothing() {
    assertThat(table.store.restore(ID).version()).isEqualTo(1);
    Student deleted = table.store.softDelete(ID);
    assertThat(table.store.softDelete(ID)).isEqualTo(deleted);
    Student restored = table.store.restore(ID);
    assertThat(restored.version()).isEqualTo(3);
    assertThat(restored.deletedAt()).isEmpty();
    assertThat(table.item("student#ada")).doesNotContainKeys("deleted", "deletedAt");
    assertThat(table.store.restore(ID)).isEqualTo(restored);
    assertThat(table.store.findById(ID)).contains(restored);
    assertThat(table.store.findByEmail(EmailAddress.of("ada@example.org"))).contains(restored);
    assertThat(table.keys()).containsExactly("email#ada@example.org", "student#ada");
  }

  @Test
  void softDeleteAndRestore_unknownStudent_areRefused() {
    assertThatThrownBy(() -> table.store.softDelete(NOBODY))
        .isInstanceOf(StudentNotFoundException.class);
    assertThatThrownBy(() -> table.store.restore(NOBODY))
        .isInstanceOf(StudentNotFoundException.class);
  }

  private void isStale(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            StaleVersionException.class,
            e -> {
              assertThat(e.studentId()).isEqualTo(ID);
              assertThat(e.expectedVersion()).isEqualTo(1);
              assertThat(e.actualVersion()).isEqualTo(2);
            });
  }

  private static StudentUpdate email(String address) {
    return StudentUpdate.builder().email(EmailAddress.of(address)).build();
  }
}
