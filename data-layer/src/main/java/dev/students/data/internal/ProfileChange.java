package dev.students.data.internal;

import dev.students.data.EmailTakenException;
import dev.students.data.StaleVersionException;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentNotFoundException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** A change of one student's profile: pure decisions on what was read and what was answered. */
public sealed interface ProfileChange permits UpdateStudent, SoftDeleteStudent, RestoreStudent {

  /** Whose profile it is. */
  StudentId id();

  /** At which version the caller wants it changed. */
  OptionalLong expectedVersion();

  /**
   * What to do.
   *
   * @param read the student as just read, deleted or not
   * @param without the parts that have failed and that the change can do without
   */
  Decision decide(StudentItem read, Set<Part> without, Stamp stamp);

  /** Whether the change is pointless without the e-mail address. */
  boolean needsEmail();

  /** The same for what was read, be it nothing. */
  default Decision decide(Optional<StudentItem> read, Set<Part> without, Stamp stamp) {
    return decide(read.orElseThrow(() -> new StudentNotFoundException(id())), without, stamp);
  }

  /**
   * Frees the address that was the student's until now, when there is one. An address that an older
   * program changed leaves the reservation of the former one behind: this picks it up.
   */
  default Stream<Action> releaseOfFormer(
      String table, StudentItem read, Student after, Set<Part> without) {
    boolean moved = !read.reservedEmail().equals(after.email().normalized());
    return moved && !without.contains(Part.RELEASE)
        ? Stream.of(new Reservation(table, read.reservedEmail(), id()).release())
        : Stream.empty();
  }

  /** Refuses a student that is not at the expected version. */
  default void checkVersion(Student student) {
    expectedVersion()
        .ifPresent(
            expected -> {
              if (expected != student.version()) {
                throw new StaleVersionException(id(), expected, student.version());
              }
            });
  }

  /**
   * Which part to go on without after a cancellation, or nothing when the student itself has moved
   * on and must be read again.
   *
   * @throws EmailTakenException when another student has the address that the change needs
   */
  default Optional<Part> dispensable(Cancellation cancellation) {
    if (cancellation.failed(Part.STUDENT)) {
      return Optional.empty();
    }
    if (cancellation.failed(Part.CLAIM)) {
      if (needsEmail()) {
        throw new EmailTakenException();
      }
      return Optional.of(Part.CLAIM);
    }
    return Optional.of(Part.RELEASE);
  }
}
