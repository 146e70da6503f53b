package dev.students.data;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** The only place in the tests that lists all components of a student and of an update. */
public final class StudentFixture {

  private StudentFixture() {}

  /** Creates an expected student. */
  public static Student student(
      StudentId id,
      PersonName firstName,
      PersonName lastName,
      EmailAddress email,
      long xp,
      long version,
      Optional<Instant> createdAt,
      Optional<Instant> updatedAt,
      boolean isDeleted,
      Optional<Instant> deletedAt) {
    return new Student(
        id, firstName, lastName, email, xp, version, createdAt, updatedAt, isDeleted, deletedAt);
  }

  /** Creates an expected update. */
  public static StudentUpdate update(
      Optional<PersonName> firstName,
      Optional<PersonName> lastName,
      Optional<EmailAddress> email,
      OptionalLong expectedVersion) {
    return new StudentUpdate(firstName, lastName, email, expectedVersion);
  }
}
