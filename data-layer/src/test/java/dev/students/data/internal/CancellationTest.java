package dev.students.data.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class CancellationTest {

  private static final String CONDITION = "ConditionalCheckFailed";

  private static final Transaction TRANSACTION =
      new Transaction(
          TransactWriteItemsRequest.builder().build(),
          List.of(action(ActionRole.STUDENT, ""), action(ActionRole.CLAIM, "a@x.org")));

  @Test
  void cancellation_failedConditions_haveRoleAndItem() {
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
        .contains(new Cancellation(Map.of(ActionRole.CLAIM, new Item(Fixtures.live())), Set.of()));
    Cancellation cancellation = Cancellation.of(TRANSACTION, e).orElseThrow();
    assertThat(cancellation.failed(ActionRole.CLAIM)).isTrue();
    assertThat(cancellation.failed(ActionRole.STUDENT)).isFalse();
    assertThat(cancellation.item(ActionRole.CLAIM)).isEqualTo(new Item(Fixtures.live()));
    assertThat(cancellation.item(ActionRole.STUDENT).isEmpty()).isTrue();
  }

  @Test
  void cancellation_noFailedCondition_isEmpty() {
    assertThat(Cancellation.of(TRANSACTION, cancelled("None", "TransactionConflict"))).isEmpty();
  }

  @Test
  void isTransient_conditionFailedBefore_isFalse() {
    assertThat(Cancellation.isTransient(cancelled("None", "TransactionConflict"))).isTrue();
    assertThat(Cancellation.isTransient(cancelled("TransactionConflict"))).isTrue();
    assertThat(Cancellation.isTransient(cancelled("TransactionConflict", CONDITION))).isTrue();
    assertThat(Cancellation.isTransient(cancelled("None", "TransactionConflict", CONDITION)))
        .isTrue();
    assertThat(Cancellation.isTransient(cancelled(CONDITION, "TransactionConflict"))).isFalse();
    assertThat(Cancellation.isTransient(cancelled("None", CONDITION))).isFalse();
    assertThat(Cancellation.isTransient(cancelled("None", "None"))).isFalse();
    assertThat(Cancellation.isTransient(cancelled())).isFalse();
    for (String throttled : List.of("ThrottlingError", "ProvisionedThroughputExceeded")) {
      assertThat(Cancellation.isTransient(cancelled(throttled, "TransactionConflict"))).isTrue();
      assertThat(Cancellation.isTransient(cancelled("TransactionConflict", throttled))).isTrue();
      assertThat(Cancellation.isTransient(cancelled("None", throttled))).isTrue();
      assertThat(Cancellation.isTransient(cancelled(CONDITION, throttled))).isFalse();
    }
    assertThat(Cancellation.isTransient(cancelled("TransactionConflict", "ValidationError")))
        .isFalse();
  }

  @Test
  void cancellation_releaseFailed_namesTheAddress() {
    Transaction transaction =
        new Transaction(
            TransactWriteItemsRequest.builder().build(),
            List.of(
                action(ActionRole.STUDENT, ""),
                action(ActionRole.RELEASE, "a@x.org"),
                action(ActionRole.RELEASE, "b@x.org")));
    Cancellation cancellation =
        Cancellation.of(transaction, cancelled("None", "None", CONDITION)).orElseThrow();
    assertThat(cancellation.unreleased()).containsExactly("b@x.org");
    assertThat(cancellation.failed(ActionRole.RELEASE)).isTrue();
  }

  @Test
  void explained_otherReasons_namesEachWithItsRole() {
    TransactionCanceledException e =
        TransactionCanceledException.builder()
            .awsErrorDetails(AwsErrorDetails.builder().errorMessage("opaque").build())
            .cancellationReasons(
                CancellationReason.builder().code("ValidationError").message("too large").build(),
                CancellationReason.builder().code("ThrottlingError").build())
            .build();
    TransactionCanceledException explained = Cancellation.explained(TRANSACTION, e);
    assertThat(explained)
        .hasMessageContaining(
            "DynamoDB cancelled the transaction: STUDENT: ValidationError, too large;"
                + " CLAIM: ThrottlingError")
        .hasCause(e);
    assertThat(explained.cancellationReasons()).isEqualTo(e.cancellationReasons());
    TransactionCanceledException none = cancelled("None", "None");
    assertThat(Cancellation.explained(TRANSACTION, none)).isSameAs(none);
  }

  private static Action action(ActionRole role, String address) {
    return new Action(role, address, TransactWriteItem.builder().build());
  }

  private static TransactionCanceledException cancelled(String... codes) {
    return TransactionCanceledException.builder()
        .cancellationReasons(
            Stream.of(codes).map(code -> CancellationReason.builder().code(code).build()).toList())
        .build();
  }
}
