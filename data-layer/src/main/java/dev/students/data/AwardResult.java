package dev.students.data;

import software.amazon.awssdk.core.exception.SdkException;

/** What became of one award of several. */
public sealed interface AwardResult {

  /** Whose award it is. */
  StudentId studentId();

  /** The award. */
  XpAward award();

  /**
   * The student has it.
   *
   * @param outcome whether this call applied it, or an earlier one
   */
  record Recorded(StudentId studentId, XpAward award, AwardOutcome outcome)
      implements AwardResult {}

  /**
   * It was refused, and the others were not for that.
   *
   * @param reason what {@link StudentStore#awardXp(StudentId, XpAward)} would have thrown
   */
  record Refused(StudentId studentId, XpAward award, StudentStoreException reason)
      implements AwardResult {}

  /**
   * AWS failed. Whether it was applied is unknown, and repeating it is safe.
   *
   * @param cause the SDK's exception
   */
  record Unknown(StudentId studentId, XpAward award, SdkException cause) implements AwardResult {}
}
