package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class RetryTest {

  private static final StudentId ADA = StudentId.of("ada");
  private static final XpAward QUIZ = XpAward.of(AwardId.of("quiz"), 30);

  private final TestTable table = new TestTable();

  @BeforeEach
  void create() {
    table.other.create(TestTable.ada());
  }

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void write_conflict_resendsIdenticalBytesAfterADelay() {
    table.wire.cancel("None", "TransactionConflict").cancel("TransactionConflict", "None");
    assertThat(table.store.awardXp(ADA, QUIZ)).isEqualTo(AwardOutcome.APPLIED);
    assertThat(new HashSet<>(table.wire.sent())).hasSize(1);
    assertThat(table.wire.sent()).hasSize(3);
    assertThat(table.pause.slept).containsExactly(Duration.ofMillis(10), Duration.ofMillis(20));
  }

  @Test
  void write_throttledTransaction_resendsIdenticalBytesAfterADelay() {
    table.wire.cancel("None", "ThrottlingError").cancel("ProvisionedThroughputExceeded", "None");
    assertThat(table.store.awardXp(ADA, QUIZ)).isEqualTo(AwardOutcome.APPLIED);
    assertThat(new HashSet<>(table.wire.sent())).hasSize(1);
    assertThat(table.pause.slept).hasSize(2);
  }

  @Test
  void write_throttledTenTimes_throwsTheSdkExceptionWithReasons() {
    for (int i = 0; i < 10; i++) {
      table.wire.cancel("ThrottlingError", "None");
    }
    assertThatThrownBy(() -> table.store.awardXp(ADA, QUIZ))
        .isInstanceOf(TransactionCanceledException.class)
        .hasMessageStartingWith("DynamoDB cancelled the transaction: AWARD: ThrottlingError");
  }

  @Test
  void write_defaultRetries_succeedAfterConflicts() {
    for (int i = 0; i < 4; i++) {
      table.wire.cancel("None", "TransactionConflict");
    }
    StudentStore real = StudentStore.create(table.client, table.name);
    assertThat(real.awardXp(ADA, QUIZ)).isEqualTo(AwardOutcome.APPLIED);
    assertThat(table.wire.sent()).hasSize(5);
  }

  @Test
  void write_tenConflicts_throwsTheSdkException() {
    for (int i = 0; i < 10; i++) {
      table.wire.cancel("None", "TransactionConflict");
    }
    assertThatThrownBy(() -> table.store.awardXp(ADA, QUIZ))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(table.wire.sent()).hasSize(10);
    assertThat(table.pause.slept)
        .containsExactlyElementsOf(
            List.of(10, 20, 40, 80, 160, 320, 500, 500, 500).stream()
                .map(Duration::ofMillis)
                .toList());
  }

  @Test
  void write_conflictsForFiveSeconds_throwsTheSdkException() {
    table.wire.cancel("None", "TransactionConflict").cancel("None", "TransactionConflict");
    table.wire.beforeWrite(() -> {});
    table.pause.onSleep = () -> table.pause.now = table.pause.now.plusMillis(4_979);
    assertThatThrownBy(() -> table.store.awardXp(ADA, QUIZ))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(table.wire.sent()).hasSize(2);
  }

  @Test
  void write_interruptedDuringADelay_isAbortedAndStaysInterrupted() {
    table.wire.cancel("None", "TransactionConflict");
    Thread.currentThread().interrupt();
    table.pause.onSleep = () -> {};
    // The SDK also checks the interrupt status before it sends; both cases end in the same
    // exception.
    assertThatThrownBy(() -> table.store.awardXp(ADA, QUIZ)).isInstanceOf(AbortedException.class);
    assertThat(Thread.interrupted()).isTrue();

    table.pause.onSleep = Thread.currentThread()::interrupt;
    assertThatThrownBy(() -> table.store.awardXp(ADA, QUIZ)).isInstanceOf(AbortedException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(table.store.findById(ADA).orElseThrow().xp()).isZero();
  }

  @Test
  void update_studentChangesOnEveryAttempt_throwsContention() {
    for (int i = 0; i < 10; i++) {
      StudentUpdate overtaking =
          StudentUpdate.builder().firstName(PersonName.of("Ada" + i)).build();
      table.wire.beforeWrite(() -> table.other.update(ADA, overtaking));
    }
    assertThatThrownBy(
            () ->
                table.store.update(
                    ADA, StudentUpdate.builder().lastName(PersonName.of("King")).build()))
        .isInstanceOfSatisfying(
            ContentionException.class, e -> assertThat(e.studentId()).isEqualTo(ADA))
        .hasMessageContaining("10 attempts");
    assertThat(table.store.findById(ADA).orElseThrow().version()).isEqualTo(11);
  }

  @Test
  void update_rebuilt_hasANewToken() {
    table.wire.beforeWrite(
        () ->
            table.other.update(ADA, StudentUpdate.builder().firstName(PersonName.of("A")).build()));
    table.store.update(ADA, StudentUpdate.builder().lastName(PersonName.of("King")).build());
    Set<String> tokens = new HashSet<>();
    for (Wire.Sent sent : table.wire.sent()) {
      if (sent.operation().equals("TransactWriteItems")) {
        tokens.add(sent.body().replaceAll(".*\"ClientRequestToken\":\"([^\"]+)\".*", "$1"));
      }
    }
    assertThat(tokens).hasSize(2).allSatisfy(token -> assertThat(token).hasSize(36));
  }

  @Test
  void write_cancelledForOtherReasons_isNotRetried() {
    table.wire.cancel("None", "ValidationError");
    assertThatThrownBy(() -> table.store.awardXp(ADA, QUIZ))
        .isInstanceOf(TransactionCanceledException.class)
        .hasMessageStartingWith("DynamoDB cancelled the transaction: STUDENT: ValidationError");
    table.wire.cancel("TransactionConflict", "ValidationError");
    assertThatThrownBy(() -> table.store.awardXp(ADA, QUIZ))
        .isInstanceOf(TransactionCanceledException.class);
    table.wire.cancel("None", "None");
    assertThatThrownBy(() -> table.store.awardXp(ADA, QUIZ))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(table.wire.sent()).hasSize(3);
    assertThat(table.pause.slept).isEmpty();
  }

  @Test
  void write_cancelledWithoutAReasonForEach_failsAsTheSdk() {
    table.wire.cancel();
    table.wire.cancel("None", "None", "ConditionalCheckFailed");
    table.wire.answer(Wire.cancelled("", "").replace("\"Code\":\"\"", ""));
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> table.store.awardXp(ADA, QUIZ))
          .isInstanceOf(TransactionCanceledException.class);
    }
    assertThat(table.wire.sent()).hasSize(3);
  }

  @Test
  void write_transactionInProgress_isRetriedByTheSdk() {
    table.wire.answer(error("TransactionInProgressException"));
    assertThat(table.store.awardXp(ADA, QUIZ)).isEqualTo(AwardOutcome.APPLIED);
    assertThat(table.wire.sent()).hasSize(2);
    assertThat(new HashSet<>(table.wire.sent())).hasSize(1);
  }

  @Test
  void calls_failureOfAws_throwTheSdkExceptionUnchanged() {
    table.wire.answer(error("IdempotentParameterMismatchException"));
    assertThatThrownBy(() -> table.store.awardXp(ADA, QUIZ))
        .isInstanceOf(IdempotentParameterMismatchException.class);
    StudentStore elsewhere = StudentStore.create(table.client, "no-such-table");
    assertThatThrownBy(() -> elsewhere.findById(ADA)).isInstanceOf(DynamoDbException.class);
    assertThatThrownBy(() -> elsewhere.awardXp(ADA, QUIZ)).isInstanceOf(DynamoDbException.class);
  }

  private static String error(String type) {
    return "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"Message\":\"by the test\"}"
        .formatted(type);
  }
}
