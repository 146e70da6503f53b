package dev.students.data;

/** Options for reading. */
public enum FindOption {
  /** Finds soft-deleted students as well. */
  INCLUDE_DELETED,
  /**
   * Reads with eventual consistency: costs half the read units, and may not reflect the latest
   * changes.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html">DynamoDB
   *     read consistency</a>
   */
  EVENTUALLY_CONSISTENT
}
