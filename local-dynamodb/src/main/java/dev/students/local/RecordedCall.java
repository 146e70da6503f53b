package dev.students.local;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One call of a DynamoDB operation, including the SDK's retries.
 *
 * @param operation the operation, for example {@code TransactWriteItems}
 * @param keys the requested keys, in order and masked, for example {@code Put pk=student#1,
 *     sk=student#1} or {@code gsi1: gsi1_pk=…}; empty if the operation names no item
 * @param duration the time from the call to its result, including retries
 * @param units the consumed units; empty if AWS publishes no rule for the operation or for its
 *     failure (such as a cancelled transaction)
 * @param error the error code if the call failed, for example {@code TransactionCanceledException}
 */
public record RecordedCall(
    String operation,
    List<String> keys,
    Duration duration,
    Optional<CapacityUnits> units,
    Optional<String> error) {

  public RecordedCall {
    keys = List.copyOf(keys);
  }
}
