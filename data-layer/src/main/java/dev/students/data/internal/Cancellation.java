package dev.students.data.internal;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The conditions on which a transaction failed.
 *
 * @param failures what the actions that failed are for, each with the item that was found where the
 *     action asked for it
 * @param unreleased the forms of addresses that could not be freed, because they are another
 *     student's
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html#API_TransactWriteItems_Errors">TransactWriteItems,
 *     errors</a>
 */
record Cancellation(Map<ActionRole, Item> failures, Set<String> unreleased) {

  static final String CONDITION = "ConditionalCheckFailed";
  static final String NONE = "None";

  /** Reasons that pass by themselves, for which the SDK does not retry a transaction. */
  static final Set<String> TRANSIENT =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  /** The failed conditions. Empty if the transaction was cancelled for other reasons. */
  static Optional<Cancellation> of(Transaction transaction, TransactionCanceledException e) {
    List<CancellationReason> reasons = e.cancellationReasons();
    Map<ActionRole, Item> failures = new EnumMap<>(ActionRole.class);
    Set<String> unreleased = new HashSet<>();
    for (int i = 0; i < reasons.size(); i++) {
      if (CONDITION.equals(reasons.get(i).code())) {
        Action action = transaction.actions().get(i);
        failures.put(action.role(), new Item(reasons.get(i).item()));
        if (action.role() == ActionRole.RELEASE) {
          unreleased.add(action.address());
        }
      }
    }
    return failures.isEmpty()
        ? Optional.empty()
        : Optional.of(new Cancellation(failures, unreleased));
  }

  /**
   * Whether the same transaction can be sent again: the first action that failed did so for a
   * reason that passes by itself, and the others for such reasons or for conditions. Those
   * conditions do not decide anything yet, because what is judged before them is in flux.
   */
  static boolean isTransient(TransactionCanceledException e) {
    List<String> codes =
        e.cancellationReasons().stream()
            .map(CancellationReason::code)
            .filter(code -> !NONE.equals(code))
            .toList();
    return !codes.isEmpty()
        && TRANSIENT.contains(codes.get(0))
        && codes.stream().allMatch(code -> TRANSIENT.contains(code) || CONDITION.equals(code));
  }

  /** The SDK's exception, with a message that names each reason and the action it is about. */
  static TransactionCanceledException explained(
      Transaction transaction, TransactionCanceledException e) {
    List<CancellationReason> reasons = e.cancellationReasons();
    String explanation =
        IntStream.range(0, Math.min(reasons.size(), transaction.actions().size()))
            .filter(i -> !NONE.equals(reasons.get(i).code()))
            .mapToObj(i -> transaction.actions().get(i).role() + ": " + text(reasons.get(i)))
            .collect(Collectors.joining("; "));
    if (explanation.isEmpty()) {
      return e;
    }
    String message = "DynamoDB cancelled the transaction: " + explanation;
    return e.toBuilder()
        .message(message)
        .awsErrorDetails(e.awsErrorDetails().toBuilder().errorMessage(message).build())
        .cause(e)
        .build();
  }

  private static String text(CancellationReason reason) {
    return reason.message() == null ? reason.code() : reason.code() + ", " + reason.message();
  }

  /** Without the addresses: they are personal data. */
  @Override
  public String toString() {
    return "Cancellation" + failures;
  }

  boolean failed(ActionRole role) {
    return failures.containsKey(role);
  }

  /** The item that was found by that action; empty if there was none. */
  Item item(ActionRole role) {
    return failures.getOrDefault(role, new Item(Map.of()));
  }
}
