package dev.students.operations;

/**
 * The estimated cost of reading a whole table, based on its size.
 *
 * @param items the number of items
 * @param bytes their total size
 * @param readUnits the read units that a scan consumes
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">DynamoDB
 *     read and write operations</a>
 */
public record ReadEstimate(long items, long bytes, double readUnits) {

  private static final double BYTES_IN_A_UNIT = 4096;

  /** Estimates one unit for each 4 KB, or half a unit with eventual consistency. */
  public static ReadEstimate of(long items, long bytes, boolean consistent) {
    double units = Math.ceil(bytes / BYTES_IN_A_UNIT);
    return new ReadEstimate(items, bytes, consistent ? units : units / 2);
  }
}
