package dev.students.truncation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The result of a truncation.
 *
 * <p>A concurrent truncation of the same table counts the same items as well, because DynamoDB does
 * not report whether a deletion found its item.
 *
 * @param table the table's name
 * @param ending why it ended
 * @param scanned the number of items that scans returned; an item that a later scan returns again
 *     counts again
 * @param deleted the number of items whose deletion DynamoDB confirmed, each counted once however
 *     often it was sent
 * @param unconfirmed the number of items whose deletion was sent but not confirmed before the end,
 *     so that it is unknown whether they still exist; 0 unless the truncation was interrupted or
 *     failed
 * @param units the consumed units; empty in an emulator, which charges nothing and is slowed down
 *     by the request for them
 * @param requests the number of Scan and BatchWriteItem requests that completed or were given up
 * @param retries the number of retries by the SDK and by the truncation, including requests for
 *     unprocessed keys
 * @param duration the time from the first request to the last
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
