package dev.students.operations;

/** What came of one finding in a repair. */
public enum RepairOutcome {
  /** It is mended. */
  REPAIRED,
  /** It would have been mended, were this no dry run. */
  WOULD_BE_REPAIRED,
  /** It was no longer so, or others changed it at that moment: the next check tells. */
  CHANGED_MEANWHILE,
  /** A person has to decide: {@link FindingKind#advice} says what to do. */
  NEEDS_A_PERSON,
  /** It was told, and there is nothing to mend. */
  REMARK
}
