package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.data.internal.RequestIdentity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Changes of a student that the caller has read. */
class ChangeOfReadTest {

  private static final StudentId ADA = StudentId.of("ada");
  private static final PersonName KING = PersonName.of("King");
  private static final StudentUpdate RENAME = StudentUpdate.builder().lastName(KING).build();
  private static final List<ChangeOption[]> EITHER =
      List.of(new ChangeOption[0], new ChangeOption[] {ChangeOption.READ_AGAIN_IF_CHANGED});

  private final TestTable table = new TestTable();

  /** A store whose versions never repeat, as in production. */
  private final StudentStore store = StudentStore.create(table.client, table.name);

  private final StudentStore other = StudentStore.create(TestTable.PLAIN, table.name);

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void changes_unchangedStudent_takeOneRequestEach() {
    Student created = other.create(TestTable.ada());
    Student renamed = store.update(created, RENAME);
    assertThat(renamed.lastName()).isEqualTo(KING);
    assertThat(now()).isEqualTo(renamed);
    Student moved = store.update(renamed, email("new@x.org"));
    assertThat(now()).isEqualTo(moved);
    assertThat(table.keys()).containsExactly("email#new@x.org", "student#ada");
    Student deleted = store.softDelete(moved);
    assertThat(deleted.isDeleted()).isTrue();
    assertThat(now()).isEqualTo(deleted);
    assertThat(table.keys()).containsExactly("student#ada");
    Student restored = store.restore(deleted);
    assertThat(now()).isEqualTo(restored);
    assertThat(restored.version()).isEqualTo(created.version() + 4);
    assertThat(restored.deletedAt()).isEmpty();
    assertThat(table.keys()).containsExactly("email#new@x.org", "student#ada");
    assertThat(table.wire.operations()).hasSize(4).containsOnly("TransactWriteItems");
  }

  @Test
  void update_studentFoundByEmail_takesTwoRequests() {
    other.create(TestTable.ada());
    Student found = store.findByEmail(EmailAddress.of("ada@example.org")).orElseThrow();
    assertThat(store.update(found, RENAME)).isEqualTo(now());
    assertThat(table.wire.operations()).containsExactly("Query", "TransactWriteItems");
  }

  @Test
  void changes_studentChangedSince_areStaleAndWriteNothing() {
    Student read = other.create(TestTable.ada());
    other.update(ADA, RENAME);
    Map<String, Map<String, AttributeValue>> before = table.items();
    assertStale(() -> store.update(read, email("new@x.org")));
    assertStale(() -> store.softDelete(read));
    assertStale(() -> store.restore(read));
    Student deleted = other.softDelete(ADA);
    other.update(other.restore(ADA), email("Ada@x.org"));
    assertStale(() -> store.restore(deleted));
    assertStale(() -> store.softDelete(deleted));
    assertStale(() -> store.update(deleted, RENAME));
    assertThat(before.get("student#ada/student#ada")).containsEntry("lastName", s("King"));
  }

  @Test
  void changes_studentChangedSinceAndReadAgain_applyToTheCurrentState() {
    Student read = other.create(TestTable.ada());
    Student renamed = other.update(ADA, RENAME);
    Student moved = store.update(read, email("new@x.org"), ChangeOption.READ_AGAIN_IF_CHANGED);
    assertThat(moved.lastName()).isEqualTo(KING);
    assertThat(moved.version()).isEqualTo(renamed.version() + 1);
    assertThat(now()).isEqualTo(moved);
    Student deleted = store.softDelete(read, ChangeOption.READ_AGAIN_IF_CHANGED);
    assertThat(now()).isEqualTo(deleted);
    Student restored = store.restore(read, ChangeOption.READ_AGAIN_IF_CHANGED);
    assertThat(now()).isEqualTo(restored);
    assertThat(restored.isDeleted()).isFalse();
    assertThat(store.update(deleted, email("x@x.org"), ChangeOption.READ_AGAIN_IF_CHANGED))
        .isEqualTo(now());
  }

  @Test
  void changes_repeated_returnTheResultOfTheFirst() {
    Student read = other.create(TestTable.ada());
    Student renamed = store.update(read, RENAME);
    assertThat(store.update(read, RENAME)).isEqualTo(renamed);
    Student deleted = store.softDelete(renamed);
    assertThat(store.softDelete(renamed)).isEqualTo(deleted);
    Student restored = store.restore(deleted);
    assertThat(store.restore(deleted)).isEqualTo(restored);
    assertThat(now()).isEqualTo(restored);
    assertThat(restored.version()).isEqualTo(read.version() + 3);
  }

  @Test
  void changes_nothingToWrite_readTheStudent() {
    Student read = other.create(TestTable.ada());
    assertThat(store.restore(read)).isEqualTo(read);
    assertThat(store.update(read, StudentUpdate.builder().lastName(read.lastName()).build()))
        .isEqualTo(read);
    Student deleted = other.softDelete(ADA);
    assertThat(store.softDelete(deleted)).isEqualTo(deleted);
    assertThatThrownBy(() -> store.update(deleted, RENAME))
        .isInstanceOf(StudentNotFoundException.class);
    assertThat(table.wire.operations()).hasSize(4).containsOnly("GetItem");
  }

  @Test
  void changes_erasedStudent_areRefused() {
    Student read = other.create(TestTable.ada());
    other.erase(ADA);
    for (ChangeOption[] options : EITHER) {
      for (BiConsumer<Student, ChangeOption[]> change : changes()) {
        assertThatThrownBy(() -> change.accept(read, options))
            .isInstanceOf(StudentNotFoundException.class);
      }
    }
    assertThat(table.keys()).isEmpty();
  }

  @Test
  void changes_successorUnderTheId_areStaleWhateverTheOptions() {
    Student read = other.create(TestTable.ada());
    Student deleted = other.softDelete(ADA);
    other.erase(ADA);
    // The successor has the same profile as the erased student that the caller read.
    other.create(TestTable.ada());
    Map<String, Map<String, AttributeValue>> before = table.items();
    for (ChangeOption[] options : EITHER) {
      for (BiConsumer<Student, ChangeOption[]> change : changes()) {
        assertStale(() -> change.accept(read, options));
        assertStale(() -> change.accept(deleted, options));
      }
    }
    assertThat(table.items()).isEqualTo(before);
  }

  @Test
  void update_changedByLegacyClientAtTheSameVersion_isStaleOrReadAgain() {
    Student read = other.create(TestTable.ada());
    table.setAsLegacyClient("ada", "firstName", s("Augusta"));
    assertThatThrownBy(() -> store.update(read, RENAME))
        .isInstanceOf(StaleVersionException.class)
        .hasMessageContaining("no longer as it was read");
    Student updated = store.update(read, RENAME, ChangeOption.READ_AGAIN_IF_CHANGED);
    assertThat(updated.firstName()).isEqualTo(PersonName.of("Augusta"));
    assertThat(now()).isEqualTo(updated);
  }

  @Test
  void update_legacyStudent_reservesItsAddressInOneRequest() {
    table.putLegacy("ada", "ada@example.org");
    Student read = other.findById(ADA).orElseThrow();
    Student updated = store.update(read, RENAME);
    assertThat(now()).isEqualTo(updated);
    assertThat(table.keys()).containsExactly("email#ada@example.org", "student#ada");
    assertThat(table.wire.operations()).containsExactly("TransactWriteItems");
  }

  @Test
  void softDelete_legacyStudent_removesIndexKeysInOneRequest() {
    table.putLegacy("ada", "ada@example.org");
    Student deleted = store.softDelete(other.findById(ADA).orElseThrow());
    assertThat(now()).isEqualTo(deleted);
    assertThat(table.item("student#ada"))
        .containsOnlyKeys(
            "pk",
            "sk",
            "entityType",
            "firstName",
            "lastName",
            "email",
            "xp",
            "version",
            "updatedAt",
            "deleted",
            "deletedAt");
    assertThat(table.wire.operations()).containsExactly("TransactWriteItems");
  }

  @Test
  void update_legacyStudentChangedSince_isStaleWhateverTheOptions() {
    table.putLegacy("ada", "ada@example.org");
    Student read = other.findById(ADA).orElseThrow();
    table.setAsLegacyClient("ada", "firstName", s("Another"));
    for (ChangeOption[] options : EITHER) {
      assertStale(() -> store.update(read, RENAME, options));
    }
  }

  @Test
  void update_legacySuccessorWithoutATimeOfCreation_isStaleHowever() {
    AtomicLong versions = new AtomicLong();
    StudentStore counting =
        StudentStore.builder(TestTable.PLAIN, table.name)
            .identities(
                () ->
                    new RequestIdentity(
                        TestTable.NOW, UUID.randomUUID().toString(), versions.addAndGet(1L << 20)))
            .build();
    table.putLegacy("ada", "ada@example.org");
    Student read = counting.update(ADA, RENAME);
    counting.erase(ADA);
    table.putLegacy("ada", "ada@example.org");
    assertThat(counting.update(ADA, RENAME).version()).isGreaterThan(read.version());
    for (ChangeOption[] options : EITHER) {
      assertStale(() -> store.update(read, email("new@x.org"), options));
    }
  }

  @Test
  void update_legacyStudentWhoseAddressIsTaken_doesNotReserveIt() {
    other.create(TestTable.student("eve", "Eve", "E", "ada@example.org"));
    table.putLegacy("ada", "ada@example.org");
    Student read = other.findById(ADA).orElseThrow();
    assertThat(store.update(read, RENAME)).isEqualTo(now());
    assertThat(table.wire.operations()).hasSize(2).containsOnly("TransactWriteItems");
    assertThatThrownBy(() -> store.update(now(), email("Ada@example.org")))
        .isInstanceOf(EmailTakenException.class);
  }

  @Test
  void changes_itemInAnUnusualForm_succeed() {
    Map<String, AttributeValue> odd = TestTable.legacyStudent("ada", "ada@example.org");
    odd.put("firstName", s("\u200bAda\u200b"));
    odd.put("deleted", AttributeValue.fromBool(false));
    table.put(odd);
    Student read = other.findById(ADA).orElseThrow();
    assertThat(store.update(read, RENAME)).isEqualTo(now());
    Student deleted = store.softDelete(now());
    assertThat(now()).isEqualTo(deleted);
    table.putLegacyDeleted("eve", "eve@example.org");
    Student eve = other.findById(StudentId.of("eve"), FindOption.INCLUDE_DELETED).orElseThrow();
    Student restored = store.restore(eve);
    assertThat(other.findById(eve.id())).contains(restored);
    assertThat(new TableRules(table.items()).broken()).isEmpty();
  }

  @Test
  void softDelete_deletedByLegacyClient_freesTheAddress() {
    other.create(TestTable.ada());
    table.setAsLegacyClient("ada", "deleted", AttributeValue.fromBool(true));
    Student read = now();
    assertThat(read.isDeleted()).isTrue();
    assertThat(store.softDelete(read)).isEqualTo(now());
    assertThat(table.keys()).containsExactly("student#ada");
    assertThat(table.wire.operations()).containsExactly("TransactWriteItems");
  }

  @Test
  void update_reservedInLowerCaseOnly_reservesTheFoldedForm() {
    Student read = other.create(TestTable.student("ada", "Ada", "A", "straße@x.org"));
    // The state left by an earlier release, which reserved addresses in lower case.
    Map<String, AttributeValue> item = new HashMap<>(table.item("student#ada"));
    item.remove("reservedAs");
    table.put(item);
    table.remove("email#strasse@x.org");
    Map<String, AttributeValue> reservation = new HashMap<>();
    reservation.put("pk", s("email#straße@x.org"));
    reservation.put("sk", s("email#straße@x.org"));
    reservation.put("studentId", s("ada"));
    table.put(reservation);
    store.update(read, email("Straße@x.org"));
    assertThat(table.keys()).containsExactly("email#strasse@x.org", "student#ada");
  }

  @Test
  void update_awardedSince_keepsTheXp() {
    Student read = other.create(TestTable.ada());
    other.awardXp(ADA, XpAward.of(AwardId.of("quiz"), 30));
    Student updated = store.update(read, RENAME);
    assertThat(updated.xp()).as("of the student as read").isZero();
    assertThat(now().xp()).isEqualTo(30);
    assertThat(now().version()).isEqualTo(updated.version());
  }

  @Test
  void update_responseLostAndChangedSince_isAppliedOnce() {
    Student read = other.create(TestTable.ada());
    table.wire.loseResponse(() -> other.update(ADA, email("new@x.org")));
    Student updated = table.store.update(read, RENAME);
    assertThat(updated.version()).isEqualTo(read.version() + 1);
    assertThat(now().version()).isEqualTo(read.version() + 2);
    assertThat(now().lastName()).isEqualTo(KING);
  }

  @Test
  void update_expectedVersion_isCheckedToo() {
    Student read = other.create(TestTable.ada());
    StudentUpdate atAnother =
        StudentUpdate.builder().lastName(KING).expectedVersion(read.version() + 1).build();
    for (ChangeOption[] options : EITHER) {
      assertStale(() -> store.update(read, atAnother, options));
    }
    assertThat(table.wire.operations()).isEmpty();
  }

  private List<BiConsumer<Student, ChangeOption[]>> changes() {
    return List.of(
        (read, options) -> store.update(read, RENAME, options),
        (read, options) -> store.softDelete(read, options),
        (read, options) -> store.restore(read, options));
  }

  private Student now() {
    return other.findById(ADA, FindOption.INCLUDE_DELETED).orElseThrow();
  }

  private static StudentUpdate email(String address) {
    return StudentUpdate.builder().email(EmailAddress.of(address)).build();
  }

  private static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }

  private static void assertStale(Runnable change) {
    assertThatThrownBy(change::run).isInstanceOf(StaleVersionException.class);
  }
}
