package dev.students.data;

/** A value breaks a rule. Thrown by the value's own factory, so no request has been sent. */
public final class InvalidValueException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final String rule;

  /**
   * @param field the field that is wrong, for example {@code email}
   * @param rule what it must be, as a predicate, for example {@code must have exactly one '@'}
   */
  public InvalidValueException(String field, String rule) {
    super(field + " " + rule);
    this.field = field;
    this.rule = rule;
  }

  /** The field, for example {@code firstName} or {@code email}. */
  public String field() {
    return field;
  }

  /** What the field must be, for example {@code must have exactly one '@'}. */
  public String rule() {
    return rule;
  }
}
