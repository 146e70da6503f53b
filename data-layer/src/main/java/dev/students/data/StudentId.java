package dev.students.data;

import dev.students.data.internal.Rules;
import java.util.UUID;

/**
 * A student's id: 1 to 128 of {@code A-Z a-z 0-9 . _ : -}. It is no personal data: do not make it
 * from any.
 *
 * @param value the id
 */
public record StudentId(String value) {

  /**
   * @throws InvalidValueException (field {@code studentId}) when it is no such id
   */
  public StudentId {
    Rules.identifier("studentId", value);
  }

  /**
   * The id of that value.
   *
   * @throws InvalidValueException (field {@code studentId}) when it is no such id
   */
  public static StudentId of(String value) {
    return new StudentId(value);
  }

  /** An id that nobody has: a random UUID. */
  public static StudentId random() {
    return new StudentId(UUID.randomUUID().toString());
  }
}
