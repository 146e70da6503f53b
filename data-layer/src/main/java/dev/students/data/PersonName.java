package dev.students.data;

import dev.students.data.internal.Rules;

/**
 * A first or last name in any script: 1 to 100 code points in Unicode NFC, no control character, no
 * unpaired surrogate. White space around it is dropped.
 *
 * @param value the name
 */
public record PersonName(String value) {

  /**
   * @throws InvalidValueException (field {@code name}) when it is no such name
   */
  public PersonName {
    value = Rules.name(value);
  }

  /**
   * The name of that value.
   *
   * @throws InvalidValueException (field {@code name}) when it is no such name
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
