package dev.students.data;

import dev.students.data.internal.ValueRules;

/**
 * A first or last name in any script: 1 to 100 code points in Unicode NFC, with no control
 * character and no unpaired surrogate. Leading and trailing white space is removed. A name must not
 * begin or end with an invisible character, such as a zero-width space; inside the name such
 * characters are allowed, because some scripts and emoji need joiners.
 *
 * @param value the name
 */
public record PersonName(String value) {

  /**
   * @throws InvalidValueException (field {@code name}) if the value is not a valid name
   */
  public PersonName {
    value = ValueRules.name(value);
  }

  /**
   * Returns the name with the given value.
   *
   * @throws InvalidValueException (field {@code name}) if the value is not a valid name
   */
  public static PersonName of(String value) {
    return new PersonName(value);
  }

  /** Omits the name, which is personal data. */
  @Override
  public String toString() {
    return "PersonName[…]";
  }
}
