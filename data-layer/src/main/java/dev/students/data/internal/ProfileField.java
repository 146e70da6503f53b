package dev.students.data.internal;

import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.StudentUpdate;
import java.util.Optional;

/**
 * The attributes of a student that callers set, in the order in which they enter the fingerprint.
 * Each is written when a student is created, can be changed by an update, and is compared by the
 * optimistic lock. Append new ones at the end; {@code docs/add-an-attribute.md} lists the other
 * steps.
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
   * The e-mail address as typed. It is written together with the reservation, so a student that is
   * not deleted and whose address matches its index key holds the reservation.
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

  /** The name of the attribute, which is also the name of the component in the public records. */
  String attribute() {
    return attribute;
  }

  /** The value for a new student. Empty if it has none. */
  abstract Optional<String> of(NewStudent student);

  /** The value to change to. Empty if the update leaves the attribute unchanged. */
  abstract Optional<String> of(StudentUpdate update);
}
