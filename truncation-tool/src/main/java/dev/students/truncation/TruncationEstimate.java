package dev.students.truncation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The estimated cost and time of truncating the table, based on a count of its items; nothing was
 * deleted.
 *
 * <p>A deletion costs one write unit for each KB of the item, rounded up, and the same again for
 * each index that contains it. A scan shows the total size of the items but not their individual
 * sizes, so the units lie between two bounds: at least the larger of the number of items and the
 * number of KB; at most the sum of both, once for the table and once for each index.
 *
 * @param table the table's name
 * @param complete whether all items were counted; if not, the table contains more
 * @param items the number of items counted, with eventual consistency
 * @param bytes their total size, derived from the read units consumed by the count, with a
 *     precision of 8 KB a page
 * @param indexes the number of secondary indexes of the table
 * @param readUnits the read units consumed by this dry run; a truncation consumes the same number
 *     again
 * @param minimumWriteUnits the minimum number of write units that a truncation consumes
 * @param maximumWriteUnits the maximum number of write units that a truncation consumes
 * @param minimumCost the minimum cost of the units, at {@code prices}
 * @param maximumCost the maximum cost of the units, at {@code prices}
 * @param prices the prices of the units
 * @param writeUnitsPerSecond the table's write throughput: its provisioned or warm throughput, or
 *     that of a new on-demand table, 4,000
 * @param minimumTime the time that the maximum number of write units takes at the table's
 *     throughput; the client may be slower
 * @param duration the duration of the dry run
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
   * Returns the estimate as a JSON object, which the function returns and the command-line program
   * prints: {@code {"table": "students-dev-Table1", "dryRun": true, "complete": true, "items":
   * 1200, "bytes": 360448, "indexes": 1, "readUnits": 44.0, "minimumWriteUnits": 1200.0,
   * "maximumWriteUnits": 3104.0, "minimumCost": 0.000756, "maximumCost": 0.001946, "currency":
   * "USD", "prices": "us-east-1, …", "writeUnitsPerSecond": 4000, "minimumSeconds": 0.8,
   * "milliseconds": 120}}.
   *
   * @return strings, numbers and booleans by name, in this order
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
