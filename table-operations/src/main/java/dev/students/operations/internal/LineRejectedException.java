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
