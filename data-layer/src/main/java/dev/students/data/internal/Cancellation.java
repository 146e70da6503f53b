package dev.students.data.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The conditions on which a transaction failed, each with the item that stood in the way when the
 * action asked for it.
 */
record Cancellation(Map<Part, Item> failures) {

  private static final String CONDITION = "ConditionalCheckFailed";
  private static final String CONFLICT = "TransactionConflict";
  private static final String NONE = "None";

  /** The failed conditions, or nothing when the transaction was cancelled for other reasons. */
  static Optional<Cancellation> of(Transaction transaction, TransactionCanceledException e) {
    List<CancellationReason> reasons = e.cancellationReasons();
    Map<Part, Item> failures = new EnumMap<>(Part.class);
    for (int i = 0; i < reasons.size(); i++) {
      if (CONDITION.equals(reasons.get(i).code())) {
        failures.put(transaction.parts().get(i), new Item(reasons.get(i).item()));
      }
    }
    return failures.isEmpty() ? Optional.empty() : Optional.of(new Cancellation(failures));
  }

  /**
   * Whether the first that stood in the way is others writing at the same time, and nothing else
   * but conditions after it. Those tell nothing yet: what is judged before them is in flux.
   */
  static boolean isConflict(TransactionCanceledException e) {
    List<String> codes =
        e.cancellationReasons().stream()
            .map(CancellationReason::code)
            .filter(code -> !NONE.equals(code))
            .toList();
    return !codes.isEmpty()
        && CONFLICT.equals(codes.get(0))
        && codes.stream().allMatch(code -> CONFLICT.equals(code) || CONDITION.equals(code));
  }

  boolean failed(Part part) {
    return failures.containsKey(part);
  }

  /** The item that stood in the way of that part; empty when there was none. */
  Item item(Part part) {
    return failures.getOrDefault(part, new Item(Map.of()));
  }
}
