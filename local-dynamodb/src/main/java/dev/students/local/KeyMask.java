package dev.students.local;

/** Decides how a key's value is shown, so that no personal data reaches a record of calls. */
@FunctionalInterface
public interface KeyMask {

  /** Shows every value as it is. */
  KeyMask NONE = (attribute, value) -> value;

  /**
   * The text to show for a value.
   *
   * @param attribute the attribute's name, for example {@code pk}
   * @param value its value
   */
  String mask(String attribute, String value);
}
