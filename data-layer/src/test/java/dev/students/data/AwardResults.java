package dev.students.data;

/** Formats results of awards for comparison. */
final class AwardResults {

  private AwardResults() {}

  /** The award with its outcome, or with the refusal and its details. */
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
