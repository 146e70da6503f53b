package dev.students.operations.internal;

import dev.students.operations.Refusal;

/** A line is refused; contains the reason without the line's values. */
final class LineRejectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final String field;
  private final String rule;

  LineRejectedException(Refusal refusal, String field, String rule) {
    // It is always caught and may occur millions of times, so it has no stack trace.
    super(field + " " + rule, null, false, false);
    this.refusal = refusal;
    this.field = field;
    this.rule = rule;
  }

  /** Refuses a line as a whole. */
  static LineRejectedException ofLine(Refusal refusal, String rule) {
    return new LineRejectedException(refusal, "line", rule);
  }

  static LineRejectedException totalBesideAwards() {
    return new LineRejectedException(
        Refusal.INVALID_VALUE, "xp", "must be openingXp beside awards, which it may include");
  }

  static LineRejectedException studentNotFound() {
    return new LineRejectedException(
        Refusal.STUDENT_NOT_FOUND, "id", "is not that of a student, or of a deleted one");
  }

  static LineRejectedException malformedItem() {
    return new LineRejectedException(Refusal.ID_TAKEN, "id", "belongs to a malformed item");
  }

  Refusal refusal() {
    return refusal;
  }

  String field() {
    return field;
  }

  String rule() {
    return rule;
  }
}
