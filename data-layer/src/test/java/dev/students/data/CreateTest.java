package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CreateTest {

  private static final StudentId ID = StudentId.of("ada");

  private final TestTable table = new TestTable();

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void create_givenClock_isTheSourceOfTheTimes() {
    Instant time = Instant.parse("2031-05-06T07:08:09.123456789Z");
    StudentStore store =
        StudentStore.builder(table.client, table.name).clock(InstantSource.fixed(time)).build();
    Student created = store.create(TestTable.ada());
    Optional<Instant> inMillis = Optional.of(time.truncatedTo(ChronoUnit.MILLIS));
    assertThat(List.of(created.createdAt(), created.updatedAt())).containsOnly(inMillis);
    assertThat(store.findById(created.id())).contains(created);
  }

  @Test
  void create_newStudent_isFoundByIdAndByEmailInAnyCase() {
    Student created = table.store.create(TestTable.ada());
    assertThat(created)
        .isEqualTo(
            StudentFixture.student(
                ID,
                PersonName.of("Ada"),
                PersonName.of("Lovelace"),
                EmailAddress.of("Ada@Example.org"),
                0,
                1,
                Optional.of(TestTable.NOW),
                Optional.of(TestTable.NOW),
                false,
                Optional.empty()));
    assertThat(table.store.findById(ID)).contains(created);
    assertThat(table.store.findById(ID, FindOption.EVENTUALLY_CONSISTENT)).contains(created);
    assertThat(table.store.findByEmail(EmailAddress.of("ADA@EXAMPLE.ORG"))).contains(created);
    assertThat(table.keys()).containsExactly("email#ada@example.org", "student#ada");
  }

  @Test
  void create_withoutId_choosesARandomId() {
    NewStudent one =
        NewStudent.of(PersonName.of("A"), PersonName.of("B"), EmailAddress.of("one@x.org"));
    NewStudent two =
        NewStudent.of(PersonName.of("A"), PersonName.of("B"), EmailAddress.of("two@x.org"));
    assertThat(table.store.create(one).id()).isNotEqualTo(table.store.create(two).id());
  }

  @Test
  void create_emailTakenInDifferentCase_isRefused() {
    table.store.create(TestTable.ada());
    assertThatThrownBy(
            () -> table.store.create(TestTable.student("eve", "Eve", "E", "ADA@example.ORG")))
        .isInstanceOf(EmailTakenException.class);
    assertThat(table.keys()).containsExactly("email#ada@example.org", "student#ada");
  }

  @Test
  void create_sameIdAndContent_returnsTheCurrentStudent() {
    table.store.create(TestTable.ada());
    assertThat(table.store.create(TestTable.ada())).isEqualTo(table.store.findById(ID).get());

    table.other.update(ID, StudentUpdate.builder().email(EmailAddress.of("a@new.org")).build());
    assertThat(table.store.create(TestTable.ada())).isEqualTo(table.store.findById(ID).get());

    table.other.create(TestTable.student("eve", "Eve", "E", "ada@example.org"));
    assertThat(table.store.create(TestTable.ada())).isEqualTo(table.store.findById(ID).get());

    Student deleted = table.other.softDelete(ID);
    assertThat(table.store.create(TestTable.ada())).isEqualTo(deleted);
  }

  @Test
  void create_sameIdWithDifferentContent_isRefused() {
    table.store.create(TestTable.ada());
    for (NewStudent other :
        List.of(
            TestTable.student("ada", "Ad", "aLovelace", "Ada@Example.org"),
            TestTable.student("ada", "Ada", "Lovelace", "ada@example.org"),
            TestTable.student("ada", "Ada", "Lovelace", "another@example.org"))) {
      assertThatThrownBy(() -> table.store.create(other))
          .isInstanceOfSatisfying(
              StudentExistsException.class, e -> assertThat(e.studentId()).isEqualTo(ID));
    }
    assertThat(table.keys()).containsExactly("email#ada@example.org", "student#ada");
  }

  @Test
  void create_onlyTakenEmailReported_readsTheStudent() {
    Student created = table.store.create(TestTable.ada());
    table.wire.forget();
    table.wire.cancel("None", "ConditionalCheckFailed");
    assertThat(table.store.create(TestTable.ada())).isEqualTo(created);
    assertThat(table.wire.operations()).containsExactly("TransactWriteItems", "GetItem");

    table.wire.cancel("None", "ConditionalCheckFailed");
    assertThatThrownBy(
            () -> table.store.create(TestTable.student("ada", "No", "body", "ada@example.org")))
        .isInstanceOf(StudentExistsException.class);
    table.wire.cancel("None", "ConditionalCheckFailed");
    assertThatThrownBy(
            () -> table.store.create(TestTable.student("eve", "No", "body", "ada@example.org")))
        .isInstanceOf(EmailTakenException.class);
  }

  @Test
  void create_sameStudentInFlight_waitsForItsOutcome() {
    table.wire.cancel("TransactionConflict", "ConditionalCheckFailed");
    table.wire.beforeWrite(() -> table.other.create(TestTable.ada()));
    assertThat(table.store.create(TestTable.ada()).id()).isEqualTo(ID);
    assertThat(table.pause.slept).hasSize(1);
  }

  @Test
  void create_idOfLegacyStudent_isRefused() {
    table.putLegacy("ada", "old@example.org");
    assertThatThrownBy(() -> table.store.create(TestTable.ada()))
        .isInstanceOf(StudentExistsException.class);
  }

  @Test
  void create_concurrentlyWithOneEmail_exactlyOneSucceeds() throws Exception {
    int callers = 64;
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      NewStudent wanted =
          NewStudent.of(PersonName.of("N" + i), PersonName.of("B"), EmailAddress.of("one@x.org"));
      calls.add(
          () -> {
            try {
              return table.store.create(wanted).version() == 1;
            } catch (EmailTakenException e) {
              return false;
            }
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      List<Boolean> won = new ArrayList<>();
      for (Future<Boolean> call : threads.invokeAll(calls)) {
        won.add(call.get());
      }
      assertThat(won).hasSize(callers).containsOnlyOnce(true);
    } finally {
      threads.shutdown();
    }
    assertThat(table.keys()).hasSize(2).contains("email#one@x.org");
  }
}
