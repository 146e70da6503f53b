package dev.students.truncation;

import java.math.BigDecimal;
import java.time.Duration;

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
    Duration duration) {}
