package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.data.StoreCall.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListenerTest {

  private static final StudentId ADA = StudentId.of("ada");

  private final TestTable table = new TestTable();
  private final List<StoreCall> calls = new ArrayList<>();
  private final StudentStore store = table.builder().listener(calls::add).build();

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void listener_eachCall_receivesOperationAndRequests() {
    store.create(TestTable.ada());
    store.findById(ADA);
    store.findByEmail(EmailAddress.of("ada@example.org"));
    store.update(ADA, StudentUpdate.builder().firstName(PersonName.of("A")).build());
    store.awardXp(ADA, XpAward.of(AwardId.of("quiz"), 5));
    assertThat(store.awards(ADA)).hasSize(1);
    store.softDelete(ADA);
    store.restore(ADA);
    store.erase(ADA);
    assertThat(calls)
        .extracting(call -> call.operation() + " " + call.requests() + " " + call.retries())
        .containsExactly(
            "CREATE 1 0",
            "FIND_BY_ID 1 0",
            "FIND_BY_EMAIL 1 0",
            "UPDATE 2 0",
            "AWARD_XP 1 0",
            "AWARDS 1 0",
            "AWARDS 1 0",
            "SOFT_DELETE 2 0",
            "RESTORE 2 0",
            "ERASE 4 0");
  }

  @Test
  void listener_unitsReportedByDynamoDb_areReceived() {
    table.other.create(TestTable.ada());
    store.findById(ADA);
    store.findById(ADA, FindOption.EVENTUALLY_CONSISTENT);
    store.findByEmail(EmailAddress.of("ada@example.org"));
    assertThat(calls)
        .containsExactly(
            new StoreCall(Operation.FIND_BY_ID, 1, 1, 0, 0),
            new StoreCall(Operation.FIND_BY_ID, 1, 0.5, 0, 0),
            new StoreCall(Operation.FIND_BY_EMAIL, 1, 0.5, 0, 0));
    calls.clear();
    store.awardXp(ADA, XpAward.of(AwardId.of("quiz"), 5));
    assertThat(calls).hasSize(1);
    assertThat(calls.get(0).readUnits()).isZero();
    assertThat(calls.get(0).writeUnits()).isPositive();
  }

  @Test
  void listener_transaction_receivesWriteUnitsOrReadUnitsOfARetry() {
    answer("{\"CapacityUnits\":5.0,\"WriteCapacityUnits\":5.0}");
    answer("{\"CapacityUnits\":4.0,\"ReadCapacityUnits\":4.0}");
    answer("{\"CapacityUnits\":6.0}");
    for (int i = 0; i < 3; i++) {
      store.awardXp(ADA, XpAward.of(AwardId.of("quiz"), 5));
    }
    assertThat(calls)
        .containsExactly(
            new StoreCall(Operation.AWARD_XP, 1, 0, 5, 0),
            new StoreCall(Operation.AWARD_XP, 1, 4, 0, 0),
            new StoreCall(Operation.AWARD_XP, 1, 0, 6, 0));
  }

  @Test
  void listener_retriesAndRefusals_areReceived() {
    table.other.create(TestTable.ada());
    table.wire.cancel("None", "TransactionConflict");
    store.awardXp(ADA, XpAward.of(AwardId.of("quiz"), 5));
    assertThatThrownBy(() -> store.softDelete(StudentId.of("nobody")))
        .isInstanceOf(StudentNotFoundException.class);
    assertThat(calls)
        .extracting(call -> call.operation() + " " + call.requests() + " " + call.retries())
        .containsExactly("AWARD_XP 2 1", "SOFT_DELETE 1 0");
  }

  @Test
  void units_noListener_areNotRequested() {
    table.store.create(TestTable.ada());
    table.store.findById(ADA);
    table.store.findByEmail(EmailAddress.of("ada@example.org"));
    assertThat(table.wire.sent())
        .hasSize(3)
        .noneSatisfy(sent -> assertThat(sent.body()).contains("ReturnConsumedCapacity"));
    table.wire.forget();
    store.awardXp(ADA, XpAward.of(AwardId.of("quiz"), 5));
    store.findById(ADA);
    store.findByEmail(EmailAddress.of("ada@example.org"));
    assertThat(table.wire.sent())
        .hasSize(3)
        .allSatisfy(
            sent -> assertThat(sent.body()).contains("\"ReturnConsumedCapacity\":\"TOTAL\""));
  }

  @Test
  void listener_throws_isLoggedAndTheCallSucceeds() {
    RuntimeException failure = new RuntimeException("by the test");
    StudentStore failing =
        table
            .builder()
            .listener(
                call -> {
                  throw failure;
                })
            .build();
    List<LogRecord> logged =
        LoggedMessages.recordsDuring(
            () -> assertThat(failing.create(TestTable.ada()).id()).isEqualTo(ADA));
    assertThat(logged).extracting(LogRecord::getThrown).containsExactly(failure);
  }

  private void answer(String consumed) {
    table.wire.answer(200, "{\"ConsumedCapacity\":[%s]}".formatted(consumed));
  }
}
