package dev.students.data;

/** The outcome of {@link StudentStore#awardXp(StudentId, XpAward)}. */
public enum AwardOutcome {
  /** This call gave the student the XP. */
  APPLIED,
  /** An earlier call gave it, and this one changed nothing. */
  ALREADY_APPLIED
}
