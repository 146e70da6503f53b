package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.data.Wire.Sent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ExecutableHttpRequest;

/**
 * A response is lost after the write was applied, another caller writes, and the SDK retries the
 * request. The result must be correct, and nothing may be applied twice.
 */
class LostResponseTest {

  private static final StudentId ADA = StudentId.of("ada");
  private static final StudentId EVE = StudentId.of("eve");
  private static final PersonName AUGUSTA = PersonName.of("Augusta");
  private static final PersonName KING = PersonName.of("King");
  private static final StudentUpdate AUGUSTA_UPDATE =
      StudentUpdate.builder().firstName(AUGUSTA).build();
  private static final StudentUpdate KING_UPDATE = StudentUpdate.builder().lastName(KING).build();
  private static final XpAward QUIZ = XpAward.of(AwardId.of("quiz"), 30);

  private final TestTable table = new TestTable();

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void create_responseLostAndUpdatedSince_returnsTheCreatedStudent() {
    table.wire.loseResponse(() -> table.other.update(ADA, KING_UPDATE));
    Student created = table.store.create(TestTable.ada());
    assertThat(created.version()).isEqualTo(1);
    assertThat(created.lastName()).isEqualTo(PersonName.of("Lovelace"));
    assertThat(now(ADA).lastName()).isEqualTo(KING);
    assertThat(now(ADA).version()).isEqualTo(2);
    assertThatTheWriteWasRepeatedToTheByte();
  }

  @Test
  void create_responseLostAndDeletedSince_doesNotReserveTheEmailAgain() {
    table.wire.loseResponse(
        () -> {
          table.other.softDelete(ADA);
          table.other.create(TestTable.student("eve", "Eve", "E", "ada@example.org"));
        });
    assertThat(table.store.create(TestTable.ada()).id()).isEqualTo(ADA);
    assertThat(now(ADA).isDeleted()).isTrue();
    assertThat(table.store.findByEmail(EmailAddress.of("ada@example.org"))).contains(now(EVE));
    assertThatTheWriteWasRepeatedToTheByte();
  }

  @Test
  void update_responseLostAndUpdatedSince_isNotRebuilt() {
    table.other.create(TestTable.ada());
    table.wire.loseResponse(
        () ->
            table.other.update(
                ADA, StudentUpdate.builder().firstName(PersonName.of("Byron")).build()));
    Student updated = table.store.update(ADA, AUGUSTA_UPDATE);
    assertThat(updated.firstName()).isEqualTo(AUGUSTA);
    assertThat(updated.version()).isEqualTo(2);
    assertThat(now(ADA).firstName()).isEqualTo(PersonName.of("Byron"));
    assertThat(now(ADA).version()).isEqualTo(3);
    assertThatTheWriteWasRepeatedToTheByte();
  }

  @Test
  void update_responseLostAtExpectedVersion_isNotStaleBecauseOfItself() {
    table.other.create(TestTable.ada());
    table.wire.loseResponse(() -> table.other.update(ADA, KING_UPDATE));
    Student updated =
        table.store.update(
            ADA, StudentUpdate.builder().firstName(AUGUSTA).expectedVersion(1).build());
    assertThat(updated.version()).isEqualTo(2);
    assertThat(now(ADA).version()).isEqualTo(3);
  }

  @Test
  void update_responseLostAndFormerEmailTaken_keepsTheReservation() {
    table.other.create(TestTable.ada());
    table.wire.loseResponse(
        () -> table.other.create(TestTable.student("eve", "Eve", "E", "ada@example.org")));
    table.store.update(
        ADA, StudentUpdate.builder().email(EmailAddress.of("new@example.org")).build());
    assertThat(TestTable.text(table.item("email#ada@example.org"), "studentId")).isEqualTo("eve");
    assertThat(TestTable.text(table.item("email#new@example.org"), "studentId")).isEqualTo("ada");
    assertThatTheWriteWasRepeatedToTheByte();
  }

  @Test
  void softDelete_responseLostAndRestoredSince_doesNotDeleteAgain() {
    table.other.create(TestTable.ada());
    table.wire.loseResponse(() -> table.other.restore(ADA));
    Student deleted = table.store.softDelete(ADA);
    assertThat(deleted.isDeleted()).isTrue();
    assertThat(deleted.version()).isEqualTo(2);
    assertThat(now(ADA).isDeleted()).isFalse();
    assertThat(table.keys()).containsExactly("email#ada@example.org", "student#ada");
    assertThatTheWriteWasRepeatedToTheByte();
  }

  @Test
  void restore_responseLostAndDeletedSince_doesNotRestoreAgain() {
    table.other.create(TestTable.ada());
    table.other.softDelete(ADA);
    table.wire.loseResponse(
        () -> {
          table.other.softDelete(ADA);
          table.other.create(TestTable.student("eve", "Eve", "E", "ada@example.org"));
        });
    Student restored = table.store.restore(ADA);
    assertThat(restored.isDeleted()).isFalse();
    assertThat(now(ADA).isDeleted()).isTrue();
    assertThat(TestTable.text(table.item("email#ada@example.org"), "studentId")).isEqualTo("eve");
    assertThatTheWriteWasRepeatedToTheByte();
  }

  @Test
  void awardXp_responseLost_isAppliedOnce() {
    table.other.create(TestTable.ada());
    table.wire.loseResponse(
        () -> {
          table.other.awardXp(ADA, XpAward.of(AwardId.of("other"), 5));
          table.other.softDelete(ADA);
        });
    assertThat(table.store.awardXp(ADA, QUIZ)).isEqualTo(AwardOutcome.APPLIED);
    assertThat(now(ADA).xp()).isEqualTo(35);
    assertThatTheWriteWasRepeatedToTheByte();
  }

  @Test
  void update_conflictAfterLostResponse_returnsTheAppliedWrite() {
    table.other.create(TestTable.ada());
    table
        .wire
        .loseResponse(() -> table.other.update(ADA, KING_UPDATE))
        .cancel("TransactionConflict");
    Student updated =
        table.store.update(
            ADA, StudentUpdate.builder().firstName(AUGUSTA).expectedVersion(1).build());
    assertThat(updated.version()).isEqualTo(2);
    assertThat(now(ADA).version()).isEqualTo(3);
    assertThat(now(ADA).firstName()).isEqualTo(AUGUSTA);
  }

  @Test
  void awardXp_responseOfDeductingAllXpLost_isNotRefused() {
    table.other.create(TestTable.ada());
    table.other.awardXp(ADA, QUIZ);
    table.wire.loseResponse(() -> {});
    assertThat(table.store.awardXp(ADA, XpAward.of(AwardId.of("spent"), -30)))
        .isEqualTo(AwardOutcome.APPLIED);
    assertThat(now(ADA).xp()).isZero();
  }

  @Test
  void erase_responseLostAndIdOrEmailTaken_keepsTheSuccessor() {
    table.other.create(TestTable.ada());
    table.other.awardXp(ADA, QUIZ);
    table
        .wire
        .loseResponse(
            () -> table.other.create(TestTable.student("eve", "Eve", "E", "ada@example.org")))
        .pass()
        .loseResponse(
            () -> table.other.create(TestTable.student("ada", "New", "Ada", "new@example.org")));
    table.store.erase(ADA);
    assertThat(table.keys())
        .containsExactly(
            "email#ada@example.org", "email#new@example.org", "student#ada", "student#eve");
    assertThat(now(ADA).firstName()).isEqualTo(PersonName.of("New"));
  }

  @Test
  void create_firstAttemptArrivesAfterTheRefusal_isAppliedLate() throws IOException {
    table.other.create(TestTable.student("eve", "Eve", "E", "ada@example.org"));
    ExecutableHttpRequest late = refusedAfterATimeout(() -> table.store.create(TestTable.ada()));
    table.other.softDelete(EVE);
    late.call();
    // As StudentStore and docs/access-patterns.md document it: the first attempt cannot be
    // cancelled.
    assertThat(now(ADA).email()).isEqualTo(EmailAddress.of("Ada@Example.org"));
    assertThat(new TableRules(table.items()).broken()).isEmpty();
  }

  @Test
  void update_firstAttemptArrivesAfterTheStudentChanged_isNotApplied() throws IOException {
    table.other.create(TestTable.ada());
    table.other.create(TestTable.student("eve", "Eve", "E", "eve@x.org"));
    ExecutableHttpRequest late =
        refusedAfterATimeout(
            () ->
                table.store.update(
                    ADA, StudentUpdate.builder().email(EmailAddress.of("eve@x.org")).build()));
    table.other.update(ADA, KING_UPDATE);
    table.other.softDelete(EVE);
    Student before = now(ADA);
    late.call();
    assertThat(now(ADA)).isEqualTo(before);
  }

  /** The first attempt gets no response and is still in flight; the second is refused. */
  private ExecutableHttpRequest refusedAfterATimeout(ThrowingCallable call) {
    List<ExecutableHttpRequest> late = new ArrayList<>();
    table.wire.delayWrite(late);
    assertThatThrownBy(call).isInstanceOf(EmailTakenException.class);
    assertThat(late).hasSize(1);
    return late.get(0);
  }

  @Test
  void reads_responseLost_returnTheCurrentState() {
    Student ada = table.other.create(TestTable.ada());
    table.other.awardXp(ADA, QUIZ);
    table.wire.loseResponse("GetItem", () -> table.other.update(ADA, KING_UPDATE));
    assertThat(table.store.findById(ADA)).contains(now(ADA));
    assertThat(now(ADA).version()).isEqualTo(2);
    table.wire.loseResponse("Query", () -> table.other.update(ADA, AUGUSTA_UPDATE));
    assertThat(table.store.findByEmail(ada.email())).contains(now(ADA));
    table.wire.loseResponse("GetItem", () -> {}).loseResponse("Query", () -> {});
    assertThat(table.store.awards(ADA)).hasSize(1);
  }

  @Test
  void calls_everyResponseLost_throwTheSdkExceptionAndAreRepeatable() {
    loseAll();
    assertThatThrownBy(() -> table.store.create(TestTable.ada()))
        .isExactlyInstanceOf(SdkClientException.class)
        .hasMessageContaining("response lost by the test");
    assertThat(table.store.create(TestTable.ada()).version()).isEqualTo(1);

    loseAll();
    assertThatThrownBy(() -> table.store.update(ADA, AUGUSTA_UPDATE))
        .isExactlyInstanceOf(SdkClientException.class);
    assertThat(table.store.update(ADA, AUGUSTA_UPDATE).version()).isEqualTo(2);

    loseAll();
    assertThatThrownBy(() -> table.store.awardXp(ADA, QUIZ))
        .isExactlyInstanceOf(SdkClientException.class);
    assertThat(table.store.awardXp(ADA, QUIZ)).isEqualTo(AwardOutcome.ALREADY_APPLIED);

    loseAll();
    assertThatThrownBy(() -> table.store.softDelete(ADA))
        .isExactlyInstanceOf(SdkClientException.class);
    assertThat(table.store.softDelete(ADA).version()).isEqualTo(3);

    loseAll();
    assertThatThrownBy(() -> table.store.restore(ADA))
        .isExactlyInstanceOf(SdkClientException.class);
    assertThat(table.store.restore(ADA).version()).isEqualTo(4);

    loseAll();
    assertThatThrownBy(() -> table.store.erase(ADA)).isExactlyInstanceOf(SdkClientException.class);
    table.store.erase(ADA);
    assertThat(table.keys()).isEmpty();
  }

  /** The fault for every attempt of the SDK. */
  private void loseAll() {
    for (int attempt = 0; attempt < TestTable.SDK_ATTEMPTS; attempt++) {
      table.wire.loseResponse(() -> {});
    }
  }

  private void assertThatTheWriteWasRepeatedToTheByte() {
    List<Sent> writes =
        table.wire.sent().stream()
            .filter(sent -> sent.operation().equals("TransactWriteItems"))
            .toList();
    assertThat(writes).hasSize(2);
    assertThat(writes.get(1)).isEqualTo(writes.get(0));
  }

  private Student now(StudentId id) {
    return table.other.findById(id, FindOption.INCLUDE_DELETED).orElseThrow();
  }
}
