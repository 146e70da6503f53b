package dev.students.data;

/**
 * An item of the table cannot be read, because another program wrote it or somebody changed it by
 * hand.
 */
public final class MalformedItemException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  private final String item;
  private final String attribute;
  private final String problem;

  /**
   * @param item the item's key, for example {@code student#42/award#7}
   * @param attribute the invalid attribute
   * @param problem why the attribute is invalid; does not contain its value
   */
  public MalformedItemException(String item, String attribute, String problem) {
    super(
        "Attribute %s of item %s %s: correct it in the table".formatted(attribute, item, problem));
    this.item = item;
    this.attribute = attribute;
    this.problem = problem;
  }

  /**
   * The item's sort key, preceded by its partition key where they differ. Contains no personal
   * data.
   */
  public String item() {
    return item;
  }

  /** The attribute that is missing, has the wrong type or violates a rule. */
  public String attribute() {
    return attribute;
  }

  /** Why the attribute is invalid. Does not contain its value. */
  public String problem() {
    return problem;
  }
}
