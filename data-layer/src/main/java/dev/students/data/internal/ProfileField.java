package dev.students.data.internal;

import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.StudentUpdate;
import java.util.Optional;

/**
 * The attributes of a student that callers give, in the order in which they are fingerprinted. Each
 * is written when a student is created, changed by an update, and compared by the optimistic lock.
 * A new one comes last: {@code docs/recipes/add-an-attribute.md} says what else it takes.
 */
enum ProfileField {
  FIRST_NAME("firstName") {
    @Override
    Optional<String> of(NewStudent student) {
      return Optional.of(student.firstName().value());
    }

    @Override
    Optional<String> of(StudentUpdate update) {
      return update.firstName().map(PersonName::value);
    }
  },
  LAST_NAME("lastName") {
    @Override
    Optional<String> of(NewStudent student) {
      return Optional.of(student.lastName().value());
    }

    @Override
    Optional<String> of(StudentUpdate update) {
      return update.lastName().map(PersonName::value);
    }
  },

  /**
   * The e-mail address as typed. Written together with the reservation, so a live student that has
   * it, spelled like the index's key, holds the reservation.
   */
  EMAIL("email") {
    @Override
    Optional<String> of(NewStudent student) {
      return Optional.of(student.email().value());
    }

    @Override
    Optional<String> of(StudentUpdate update) {
      return update.email().map(EmailAddress::value);
    }
  };

  private final String attribute;

  ProfileField(String attribute) {
    this.attribute = attribute;
  }

  /** The attribute's name, which is also that of the component of the public records. */
  String attribute() {
    return attribute;
  }

  /** Empty if the student has none. */
  abstract Optional<String> of(NewStudent student);

  /** Empty if the update leaves it as it is. */
  abstract Optional<String> of(StudentUpdate update);
}
