package dev.students.acceptance.steps;

/** A rule that does not hold, told so that a product owner can follow it. */
final class Mismatch extends AssertionError {

  private static final long serialVersionUID = 1L;

  private Mismatch(String message) {
    super(message);
  }

  /** Something is other than the feature says. */
  static Mismatch of(String subject, Object expected, Object found) {
    return new Mismatch(subject + "\nexpected: " + expected + "\n but was: " + found);
  }

  static Mismatch of(String sentence) {
    return new Mismatch(sentence);
  }

  static void unlessEqual(String subject, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw of(subject, expected, found);
    }
  }
}
