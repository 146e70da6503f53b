package dev.students.data;

import dev.students.data.internal.ValueRules;

/**
 * A first or last name in any script: 1 to 100 code points in Unicode NFC, no control character, no
 * unpaired surrogate. White space around it is dropped. It does not begin or end with an invisible
 * character, such as a zero-width space; within it they may stand, for joiners between letters and
 * in emoji are needed.
 *
 * @param value the name
 */
public record PersonName(String value) {

  /**
   * @throws InvalidValueException (field {@code name}) if it is not such a name
   */
  public PersonName {
    value = ValueRules.name(value);
  }

  /**
   * The name of that value.
   *
   * @throws InvalidValueException (field {@code name}) if it is not such a name
   */
  public static PersonName of(String value) {
    return new PersonName(value);
  }

  /** Without the name: it is personal data. */
  @Override
  public String toString() {
    return "PersonName[…]";
  }
}
