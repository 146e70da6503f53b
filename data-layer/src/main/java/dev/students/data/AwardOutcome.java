package dev.students.data;

/** The outcome of {@link StudentStore#awardXp(StudentId, XpAward)}. */
public enum AwardOutcome {
  /** This call applied the award. */
  APPLIED,
  /** An earlier call applied the award; this one changed nothing. */
  ALREADY_APPLIED
}
