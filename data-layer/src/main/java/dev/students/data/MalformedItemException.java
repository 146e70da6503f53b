package dev.students.data;

/** An item of the table cannot be read: another program wrote it, or it was changed by hand. */
public final class MalformedItemException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  private final String item;
  private final String attribute;
  private final String problem;

  /**
   * @param item the item's key, for example {@code student#42/award#7}
   * @param attribute the attribute that is wrong
   * @param problem what is wrong with it, without its value
   */
  public MalformedItemException(String item, String attribute, String problem) {
    super(
        "Attribute %s of item %s %s: correct it in the table".formatted(attribute, item, problem));
    this.item = item;
    this.attribute = attribute;
    this.problem = problem;
  }

  /** The item's sort key, led by its partition key where they differ. No personal data. */
  public String item() {
    return item;
  }

  /** The attribute that is missing, of another type, or breaks a rule. */
  public String attribute() {
    return attribute;
  }

  /** What is wrong with it, without its value. */
  public String problem() {
    return problem;
  }
}
