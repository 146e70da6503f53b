package dev.students.data;

/** How to read. */
public enum FindOption {
  /** Soft-deleted students are found too. */
  INCLUDE_DELETED,
  /**
   * Eventually consistent: half the read units, and the last changes may not show.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html">DynamoDB
   *     read consistency</a>
   */
  EVENTUALLY_CONSISTENT
}
