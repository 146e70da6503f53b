package dev.students.data;

import dev.students.data.internal.ValueRules;
import java.util.UUID;

/**
 * A student's id: 1 to 128 of the characters {@code A-Z a-z 0-9 . _ : -}. Ids are treated as
 * non-personal data, so do not derive them from names or addresses.
 *
 * @param value the id
 */
public record StudentId(String value) {

  /**
   * @throws InvalidValueException (field {@code studentId}) if the value is not a valid id
   */
  public StudentId {
    ValueRules.identifier("studentId", value);
  }

  /**
   * Returns the id with the given value.
   *
   * @throws InvalidValueException (field {@code studentId}) if the value is not a valid id
   */
  public static StudentId of(String value) {
    return new StudentId(value);
  }

  /** Returns a new id, a random UUID. */
  public static StudentId random() {
    return new StudentId(UUID.randomUUID().toString());
  }
}
