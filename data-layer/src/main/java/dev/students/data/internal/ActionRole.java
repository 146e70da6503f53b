package dev.students.data.internal;

/** What an action of a transaction is for, by which its failure is judged. */
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
