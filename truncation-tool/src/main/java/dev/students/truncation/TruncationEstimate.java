package dev.students.truncation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What truncating the table would take, by a count of its items; nothing was deleted.
 *
 * <p>A deletion costs one write unit per started KB of the item, and as much again in each index
 * that holds it. A scan tells how many KB all items have together, not how large each is, so the
 * units lie between two bounds: no fewer than one per item and one per KB, no more than one per
 * item and one per KB together, once for the table and once for each index.
 *
 * @param table the table's name
 * @param complete whether the count came to its end; if not, the table holds more
 * @param items counted, eventually consistent
 * @param bytes their size, by the read units that the count consumed; to 8 KB a page
 * @param indexes secondary indexes of the table
 * @param readUnits read units that this dry run consumed; a truncation consumes as many again
 * @param minimumWriteUnits write units that a truncation consumes at least
 * @param maximumWriteUnits write units that a truncation consumes at most
 * @param minimumCost what the units cost at least, by {@code prices}
 * @param maximumCost what the units cost at most, by {@code prices}
 * @param prices of the units
 * @param writeUnitsPerSecond what the table takes at once: its provisioned or warm throughput, or
 *     what a new on-demand table takes, 4,000
 * @param minimumTime that the table's throughput allows for the maximum of write units; the client
 *     may be slower
 * @param duration of the dry run
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">Reads
 *     and writes: units consumed</a>
 */
public record TruncationEstimate(
    String table,
    boolean complete,
    long items,
    long bytes,
    int indexes,
    double readUnits,
    double minimumWriteUnits,
    double maximumWriteUnits,
    BigDecimal minimumCost,
    BigDecimal maximumCost,
    UnitPrices prices,
    long writeUnitsPerSecond,
    Duration minimumTime,
    Duration duration) {

  /**
   * The estimate as a JSON object, as the function answers it and the command-line program prints
   * it: {@code {"table": "students-dev-Table1", "dryRun": true, "complete": true, "items": 1200,
   * "bytes": 360448, "indexes": 1, "readUnits": 44.0, "minimumWriteUnits": 1200.0,
   * "maximumWriteUnits": 3104.0, "minimumCost": 0.000756, "maximumCost": 0.001946, "currency":
   * "USD", "prices": "us-east-1, …", "writeUnitsPerSecond": 4000, "minimumSeconds": 0.8,
   * "milliseconds": 120}}.
   *
   * @return strings, numbers and booleans by their names, in that order
   */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("table", table);
    json.put("dryRun", true);
    json.put("complete", complete);
    json.put("items", items);
    json.put("bytes", bytes);
    json.put("indexes", indexes);
    json.put("readUnits", readUnits);
    json.put("minimumWriteUnits", minimumWriteUnits);
    json.put("maximumWriteUnits", maximumWriteUnits);
    json.put("minimumCost", rounded(minimumCost));
    json.put("maximumCost", rounded(maximumCost));
    json.put("currency", prices.currency());
    json.put("prices", prices.source());
    json.put("writeUnitsPerSecond", writeUnitsPerSecond);
    json.put("minimumSeconds", minimumTime.toMillis() / 1e3);
    json.put("milliseconds", duration.toMillis());
    return json;
  }

  private static BigDecimal rounded(BigDecimal cost) {
    return cost.setScale(6, RoundingMode.HALF_UP);
  }
}
