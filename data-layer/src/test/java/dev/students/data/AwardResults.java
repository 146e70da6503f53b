package dev.students.data;

/** Results of awards in words. */
final class AwardResults {

  private AwardResults() {}

  /** The award, and its outcome or what it was refused for, with what the refusal says beside. */
  static String text(AwardResult result) {
    return result.award().id().value() + " " + outcome(result);
  }

  private static String outcome(AwardResult result) {
    if (result instanceof AwardResult.Recorded recorded) {
      return recorded.outcome().toString();
    }
    if (result instanceof AwardResult.Refused refused) {
      return refused.reason().getClass().getSimpleName() + detail(refused.reason());
    }
    return "unknown: " + ((AwardResult.Unknown) result).cause().getClass().getSimpleName();
  }

  private static String detail(StudentStoreException reason) {
    if (reason instanceof AwardMismatchException mismatch) {
      return " " + mismatch.appliedAmount();
    }
    if (reason instanceof InsufficientXpException insufficient) {
      return " " + insufficient.xp();
    }
    return reason instanceof XpLimitExceededException limit ? " " + limit.xp() : "";
  }
}
