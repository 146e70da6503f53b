package dev.students.data.internal;

/** What an action of a transaction is for, by which its failure is judged. */
enum Part {
  /** The student itself. */
  STUDENT,
  /** Reserving an e-mail address. */
  CLAIM,
  /** Freeing an e-mail address. */
  RELEASE,
  /** An award of XP. */
  AWARD
}
