package dev.students.data;

/**
 * A value violates a rule. Thrown by the value's own constructor or factory, before any request is
 * sent.
 */
public final class InvalidValueException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final String rule;

  /**
   * @param field the invalid field, for example {@code email}
   * @param rule the rule that it violates, as a predicate, for example {@code must have exactly one
   *     '@'}
   */
  public InvalidValueException(String field, String rule) {
    super(field + " " + rule);
    this.field = field;
    this.rule = rule;
  }

  /** The invalid field, for example {@code firstName} or {@code email}. */
  public String field() {
    return field;
  }

  /** The rule that the field violates, for example {@code must have exactly one '@'}. */
  public String rule() {
    return rule;
  }
}
