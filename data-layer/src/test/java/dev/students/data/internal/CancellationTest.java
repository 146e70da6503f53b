package dev.students.data.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class CancellationTest {

  private static final String CONDITION = "ConditionalCheckFailed";

  private static final Transaction TRANSACTION =
      new Transaction(
          TransactWriteItemsRequest.builder().build(), List.of(Part.STUDENT, Part.CLAIM));

  @Test
  void failedConditionsAreKnownByTheirPartsWithTheItemsInTheWay() {
    TransactionCanceledException e =
        TransactionCanceledException.builder()
            .cancellationReasons(
                CancellationReason.builder().code("None").build(),
                CancellationReason.builder()
                    .code("ConditionalCheckFailed")
                    .item(Fixtures.live())
                    .build())
            .build();
    assertThat(Cancellation.of(TRANSACTION, e))
        .contains(new Cancellation(Map.of(Part.CLAIM, new Item(Fixtures.live()))));
    Cancellation cancellation = Cancellation.of(TRANSACTION, e).orElseThrow();
    assertThat(cancellation.failed(Part.CLAIM)).isTrue();
    assertThat(cancellation.failed(Part.STUDENT)).isFalse();
    assertThat(cancellation.item(Part.CLAIM)).isEqualTo(new Item(Fixtures.live()));
    assertThat(cancellation.item(Part.STUDENT).isEmpty()).isTrue();
  }

  @Test
  void aCancellationWithoutAFailedConditionIsNoneOfOurs() {
    assertThat(Cancellation.of(TRANSACTION, cancelled("None", "TransactionConflict"))).isEmpty();
  }

  @Test
  void aConflictIsOneUnlessAConditionThatIsJudgedBeforeItFailed() {
    assertThat(Cancellation.isConflict(cancelled("None", "TransactionConflict"))).isTrue();
    assertThat(Cancellation.isConflict(cancelled("TransactionConflict"))).isTrue();
    assertThat(Cancellation.isConflict(cancelled("TransactionConflict", CONDITION))).isTrue();
    assertThat(Cancellation.isConflict(cancelled("None", "TransactionConflict", CONDITION)))
        .isTrue();
    assertThat(Cancellation.isConflict(cancelled(CONDITION, "TransactionConflict"))).isFalse();
    assertThat(Cancellation.isConflict(cancelled("None", CONDITION))).isFalse();
    assertThat(Cancellation.isConflict(cancelled("None", "None"))).isFalse();
    assertThat(Cancellation.isConflict(cancelled())).isFalse();
    assertThat(Cancellation.isConflict(cancelled("ThrottlingError", "TransactionConflict")))
        .isFalse();
    assertThat(Cancellation.isConflict(cancelled("TransactionConflict", "ThrottlingError")))
        .isFalse();
  }

  private static TransactionCanceledException cancelled(String... codes) {
    return TransactionCanceledException.builder()
        .cancellationReasons(
            Stream.of(codes).map(code -> CancellationReason.builder().code(code).build()).toList())
        .build();
  }
}
