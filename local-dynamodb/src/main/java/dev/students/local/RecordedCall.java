package dev.students.local;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One DynamoDB operation that a client carried out, with the SDK's retries within it.
 *
 * @param operation for example {@code TransactWriteItems}
 * @param keys what was asked for, in order and masked, for example {@code Put pk=student#1,
 *     sk=student#1} or {@code gsi1: gsi1_pk=…}; empty when the operation names no item
 * @param duration from the call to its answer, retries included
 * @param units absent when the call consumes none that AWS publishes a rule for, or failed in a way
 *     for which there is none (a cancelled transaction)
 * @param error the error's code when the call failed, for example {@code
 *     TransactionCanceledException}
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
