package dev.students.data;

/** How to read. */
public enum FindOption {
  /** Soft-deleted students are found too. */
  INCLUDE_DELETED,
  /**
   * For half the price, what is read may lack the last changes.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html">DynamoDB
   *     read consistency</a>
   */
  EVENTUALLY_CONSISTENT
}
