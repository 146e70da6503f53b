package dev.students.truncation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
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
 * @param units what it consumed; empty in an emulator, which charges nothing and takes longer to
 *     tell
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

  /** Whether the table was empty at the end, which a strongly consistent scan confirmed. */
  public boolean complete() {
    return ending == Ending.EMPTY;
  }

  /**
   * Returns the result as a JSON object, which the function returns and the command-line program
   * prints: {@code {"table": "students-dev-Table1", "dryRun": false, "complete": true, "ending":
   * "EMPTY", "scanned": 1200, "deleted": 1200, "unconfirmed": 0, "readUnits": 26.0, "writeUnits":
   * 2400.0, "requests": 70, "retries": 0, "milliseconds": 950}}. While {@code complete} is false
   * there is more to do. Units are null if they were not requested.
   *
   * @return strings, numbers, booleans and nulls by name, in this order
   */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("table", table);
    json.put("dryRun", false);
    json.put("complete", complete());
    json.put("ending", ending.name());
    json.put("scanned", scanned);
    json.put("deleted", deleted);
    json.put("unconfirmed", unconfirmed);
    json.put("readUnits", units.map(ConsumedUnits::read).orElse(null));
    json.put("writeUnits", units.map(ConsumedUnits::write).orElse(null));
    json.put("requests", requests);
    json.put("retries", retries);
    json.put("milliseconds", duration.toMillis());
    return json;
  }
}
