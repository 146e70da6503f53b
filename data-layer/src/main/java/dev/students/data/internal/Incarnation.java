package dev.students.data.internal;

import dev.students.data.Student;

/**
 * Tells whether two reads of one id returned the same student, or two students of which the first
 * was erased in between.
 */
final class Incarnation {

  /**
   * A profile changes fewer than 2²⁰ times between two reads. Versions start at a random 51-bit
   * number, so the version of another student is this close with a probability of 2⁻³¹.
   */
  private static final int CHANGE_BITS = 20;

  private Incarnation() {}

  /**
   * Whether both are certainly the same student. Never true for a student that a legacy client
   * wrote and nobody has changed.
   */
  static boolean isSame(Student earlier, Student later) {
    return earlier.version() != 0 && canBeSame(earlier, later);
  }

  /** Whether both can be the same student. */
  static boolean canBeSame(Student earlier, Student later) {
    long changes = later.version() - earlier.version();
    return earlier.createdAt().equals(later.createdAt())
        && (earlier.version() == 0 || changes >>> CHANGE_BITS == 0);
  }
}
