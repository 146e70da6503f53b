package dev.students.data;

import software.amazon.awssdk.core.exception.SdkException;

/** The result of one award in a call that makes several. */
public sealed interface AwardResult {

  /** The student whose award it is. */
  StudentId studentId();

  /** The award. */
  XpAward award();

  /**
   * The student has the award.
   *
   * @param outcome whether this call or an earlier one applied it
   */
  record Recorded(StudentId studentId, XpAward award, AwardOutcome outcome)
      implements AwardResult {}

  /**
   * The award was refused. The other awards are not affected.
   *
   * @param reason the exception that {@link StudentStore#awardXp(StudentId, XpAward)} would have
   *     thrown
   */
  record Refused(StudentId studentId, XpAward award, StudentStoreException reason)
      implements AwardResult {}

  /**
   * AWS failed. It is unknown whether the award was applied; repeating it is safe.
   *
   * @param cause the SDK's exception
   */
  record Unknown(StudentId studentId, XpAward award, SdkException cause) implements AwardResult {}
}
