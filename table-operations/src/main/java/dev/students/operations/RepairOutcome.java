package dev.students.operations;

/** The outcome of a repair for one finding. */
public enum RepairOutcome {
  /** It was repaired. */
  REPAIRED,
  /** It would have been repaired, but this was a dry run. */
  WOULD_BE_REPAIRED,
  /**
   * It no longer applied, or another writer changed it at that moment; the next check will tell.
   */
  CHANGED_MEANWHILE,
  /** A person has to decide: {@link FindingKind#advice} says what to do. */
  NEEDS_A_PERSON,
  /** It was reported, and there is nothing to repair. */
  REMARK
}
