package dev.students.operations;

/**
 * What reading a whole table will take, by its size.
 *
 * @param items how many items it has
 * @param bytes how large they are together
 * @param readUnits the read units that a scan of it consumes
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">DynamoDB
 *     read and write operations</a>
 */
public record ReadEstimate(long items, long bytes, double readUnits) {

  private static final double BYTES_IN_A_UNIT = 4096;

  /** By the size of the table: a unit for each 4 KB, half of one when eventually consistent. */
  public static ReadEstimate of(long items, long bytes, boolean consistent) {
    double units = Math.ceil(bytes / BYTES_IN_A_UNIT);
    return new ReadEstimate(items, bytes, consistent ? units : units / 2);
  }
}
