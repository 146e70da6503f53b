package dev.students.data.internal;

import dev.students.data.Student;

/**
 * Tells whether two reads of one id returned the same student, or two students of which the first
 * was erased in between.
 */
final class Incarnation {

  /**
   * A profile changes less than 2²⁰ times between two readings. Versions begin at a random number
   * of 51 bits, so another student's is that close by luck of one in 2³¹.
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
