package dev.students.data.internal;

/** The purpose of an action in a transaction, which determines what its failure means. */
enum ActionRole {
  /** Writing or checking the student itself. */
  STUDENT,
  /** Reserving an e-mail address. */
  CLAIM,
  /** Freeing an e-mail address. */
  RELEASE,
  /** Recording or removing an award of XP. */
  AWARD
}
