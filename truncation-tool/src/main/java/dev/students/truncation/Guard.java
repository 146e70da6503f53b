package dev.students.truncation;

/** The safeguards against truncating a table by mistake. */
public enum Guard {
  /** There is no permit: the stack publishes none, or its value is not the ARN of a table. */
  PERMIT,
  /** The permit is for a different table from the one that the client reaches. */
  OTHER_TABLE,
  /** The endpoint is not recognized as that of an emulator. */
  NOT_AN_EMULATOR,
  /** The name given as a confirmation is not the name of the table. */
  NOT_CONFIRMED,
  /** The environment, the permit's parameter or the table is named as production. */
  PRODUCTION,
  /** The table has deletion protection. */
  DELETION_PROTECTION,
  /** The table has a stream, whose consumers would receive every deletion. */
  STREAM,
  /** The table has replicas in other Regions, which would be truncated as well. */
  REPLICAS
}
