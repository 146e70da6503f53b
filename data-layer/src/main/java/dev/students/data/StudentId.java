package dev.students.data;

import dev.students.data.internal.ValueRules;
import java.util.UUID;

/**
 * A student's id: 1 to 128 of {@code A-Z a-z 0-9 . _ : -}. It is not personal data: do not derive
 * it from any.
 *
 * @param value the id
 */
public record StudentId(String value) {

  /**
   * @throws InvalidValueException (field {@code studentId}) if it is not such an id
   */
  public StudentId {
    ValueRules.identifier("studentId", value);
  }

  /**
   * The id of that value.
   *
   * @throws InvalidValueException (field {@code studentId}) if it is not such an id
   */
  public static StudentId of(String value) {
    return new StudentId(value);
  }

  /** An id that nobody has: a random UUID. */
  public static StudentId random() {
    return new StudentId(UUID.randomUUID().toString());
  }
}
