package dev.students.data.internal;

import dev.students.data.StaleVersionException;
import dev.students.data.Student;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/** The version that a student must have for a change; empty if any version is accepted. */
record ExpectedVersion(OptionalLong version) {

  /** Refuses a student that is at a different version. */
  void check(Student student) {
    check(student, expected -> expected == student.version());
  }

  /**
   * Refuses to repeat a change on a student that is neither at the expected version nor at the next
   * one, which an earlier identical call would have produced.
   */
  void checkRepetition(Student student) {
    check(student, expected -> expected == student.version() || expected + 1 == student.version());
  }

  private void check(Student student, LongPredicate holds) {
    version.ifPresent(
        expected -> {
          if (!holds.test(expected)) {
            throw new StaleVersionException(student.id(), expected, student.version());
          }
        });
  }
}
