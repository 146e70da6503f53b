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
 * The failed conditions of a cancelled transaction.
 *
 * @param failures the roles of the failed actions, each with the item that was found if the action
 *     requests it
 * @param unreleased the forms of addresses that could not be freed, because they belong to another
 *     student
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html#API_TransactWriteItems_Errors">TransactWriteItems,
 *     errors</a>
 */
record Cancellation(Map<ActionRole, Item> failures, Set<String> unreleased) {

  static final String CONDITION = "ConditionalCheckFailed";
  static final String NONE = "None";

  /** Transient reasons for which the SDK does not retry a transaction. */
  static final Set<String> TRANSIENT =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  /** Extracts the failed conditions. Empty if the transaction was cancelled for other reasons. */
  static Optional<Cancellation> of(Transaction transaction, TransactionCanceledException e) {
    List<CancellationReason> reasons = reasons(transaction, e);
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
   * Returns the reason for each action, in order. Empty if there is not one for each action,
   * because then nothing can be concluded from them.
   */
  static List<CancellationReason> reasons(Transaction transaction, TransactionCanceledException e) {
    List<CancellationReason> reasons = e.cancellationReasons();
    boolean complete =
        reasons.size() == transaction.actions().size()
            && reasons.stream().allMatch(reason -> reason.code() != null);
    return complete ? reasons : List.of();
  }

  /**
   * Whether the same transaction can be sent again: the first failed action failed for a transient
   * reason, and the others failed for transient reasons or conditions. Those conditions decide
   * nothing yet, because an action that takes precedence is still undecided.
   */
  static boolean isTransient(TransactionCanceledException e) {
    List<String> codes =
        e.cancellationReasons().stream()
            .map(CancellationReason::code)
            .filter(code -> code != null && !NONE.equals(code))
            .toList();
    return !codes.isEmpty()
        && TRANSIENT.contains(codes.get(0))
        && codes.stream().allMatch(code -> TRANSIENT.contains(code) || CONDITION.equals(code));
  }

  /**
   * Returns the SDK's exception with a message that names each reason and the role of its action.
   */
  static TransactionCanceledException explained(
      Transaction transaction, TransactionCanceledException e) {
    List<CancellationReason> reasons = reasons(transaction, e);
    String explanation =
        IntStream.range(0, reasons.size())
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

  /** Omits the addresses, which are personal data. */
  @Override
  public String toString() {
    return "Cancellation" + failures;
  }

  boolean failed(ActionRole role) {
    return failures.containsKey(role);
  }

  /** Returns the item that the action with that role found; an empty item if there was none. */
  Item item(ActionRole role) {
    return failures.getOrDefault(role, new Item(Map.of()));
  }
}
