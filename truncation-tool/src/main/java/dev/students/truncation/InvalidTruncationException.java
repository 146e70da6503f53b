package dev.students.truncation;

/** An argument violates a rule; no request was sent. */
public final class InvalidTruncationException extends TruncationException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final String rule;

  public InvalidTruncationException(String field, String rule) {
    super(field + " " + rule + ".");
    this.field = field;
    this.rule = rule;
  }

  /** The name of the argument, for example {@code concurrency}. */
  public String field() {
    return field;
  }

  /** The rule that it violates, for example {@code must be 1 to 256}. */
  public String rule() {
    return rule;
  }
}
