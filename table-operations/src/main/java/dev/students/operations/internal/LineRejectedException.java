package dev.students.operations.internal;

import dev.students.operations.Refusal;

/** A line is not taken in: why, without its values. */
final class LineRejectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final String field;
  private final String rule;

  LineRejectedException(Refusal refusal, String field, String rule) {
    // It is answered where it is caught, and there may be millions: a stack trace is no use.
    super(field + " " + rule, null, false, false);
    this.refusal = refusal;
    this.field = field;
    this.rule = rule;
  }

  /** A line that is wrong as a whole. */
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
