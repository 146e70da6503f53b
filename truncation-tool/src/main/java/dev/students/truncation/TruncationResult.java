package dev.students.truncation;

import java.time.Duration;
import java.util.Optional;

/**
 * What a truncation did.
 *
 * <p>Another truncation of the same table at the same time counts the same items again: DynamoDB
 * does not say whether a deletion found its item.
 *
 * @param table the table's name
 * @param ending why it ended
 * @param scanned items that scans returned; one that a later scan finds again counts again
 * @param deleted items whose deletion DynamoDB confirmed, each once however often it was sent
 * @param unconfirmed items whose deletion was sent and got no answer before the end: they may or
 *     may not be gone. 0 unless it was interrupted or failed
 * @param units what it consumed; empty where it did not ask ({@link
 *     TableTruncation.Builder#askForUnits})
 * @param requests Scan and BatchWriteItem requests that were answered, or given up
 * @param retries attempts beyond the first of a request, by the SDK and by the truncation, and
 *     requests for keys left unprocessed
 * @param duration from the first request to the last
 */
public record TruncationResult(
    String table,
    Ending ending,
    long scanned,
    long deleted,
    long unconfirmed,
    Optional<ConsumedUnits> units,
    long requests,
    long retries,
    Duration duration) {

  /** Whether the table was empty at the end: a consistent scan found nothing. */
  public boolean complete() {
    return ending == Ending.EMPTY;
  }
}
