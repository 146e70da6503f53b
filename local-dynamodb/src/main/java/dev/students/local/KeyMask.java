package dev.students.local;

/** Determines how the value of a key is shown, so that recorded calls contain no personal data. */
@FunctionalInterface
public interface KeyMask {

  /** Shows every value unmasked. */
  KeyMask NONE = (attribute, value) -> value;

  /**
   * Returns the text to show for a value.
   *
   * @param attribute the attribute's name, for example {@code pk}
   * @param value its value
   */
  String mask(String attribute, String value);
}
