package dev.students.data.internal;

import dev.students.data.Student;

/**
 * Tells whether two readings under one id are of one student, or of two of whom the first was
 * erased.
 */
final class Incarnation {

  /**
   * A profile changes less than 2²⁰ times between two readings. Versions begin at a random number
   * of 51 bits, so another student's is that close by luck of one in 2³¹.
   */
  private static final int CHANGE_BITS = 20;

  private Incarnation() {}

  /** Whether both are certainly one student. Of a legacy client's unchanged one nothing tells. */
  static boolean isSame(Student earlier, Student later) {
    return earlier.version() != 0 && canBeSame(earlier, later);
  }

  /** Whether nothing shows that they are two. */
  static boolean canBeSame(Student earlier, Student later) {
    long changes = later.version() - earlier.version();
    return earlier.createdAt().equals(later.createdAt())
        && (earlier.version() == 0 || changes >>> CHANGE_BITS == 0);
  }
}
