package dev.students.truncation;

/** What keeps a table from being truncated by mistake. */
public enum Guard {
  /** No permit: the stack publishes none, or what it publishes is not the ARN of a table. */
  PERMIT,
  /** The permit is for another table than the one that the client reaches. */
  OTHER_TABLE,
  /** An endpoint said to be an emulator's is not shown to be one. */
  NOT_AN_EMULATOR,
  /** The name given as confirmation is not that of the table. */
  NOT_CONFIRMED,
  /** The environment, the permit's parameter or the table is called production. */
  PRODUCTION,
  /** The table has deletion protection. */
  DELETION_PROTECTION,
  /** The table has a stream, whose readers would see every deletion. */
  STREAM,
  /** The table has replicas in other Regions, which would be truncated too. */
  REPLICAS
}
