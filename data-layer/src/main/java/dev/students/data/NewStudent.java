package dev.students.data;

import java.util.Optional;

/**
 * A student to create.
 *
 * @param id the id that the caller chose, which makes {@link StudentStore#create} safe to repeat;
 *     empty for a random id
 * @param firstName the first name
 * @param lastName the last name
 * @param email the e-mail address, which no other student may have
 */
public record NewStudent(
    Optional<StudentId> id, PersonName firstName, PersonName lastName, EmailAddress email) {

  /** Returns a student that will get a random id. */
  public static NewStudent of(PersonName firstName, PersonName lastName, EmailAddress email) {
    return new NewStudent(Optional.empty(), firstName, lastName, email);
  }

  /** Returns this student with an id that the caller chose. */
  public NewStudent withId(StudentId chosen) {
    return new NewStudent(Optional.of(chosen), firstName, lastName, email);
  }

  /** Omits the names and the address, which are personal data. */
  @Override
  public String toString() {
    return "NewStudent[id=%s, …]".formatted(id.map(StudentId::value).orElse("random"));
  }
}
