package dev.students.acceptance.steps;

/** A violated rule, described for a product owner. */
final class Mismatch extends AssertionError {

  private static final long serialVersionUID = 1L;

  private Mismatch(String message) {
    super(message);
  }

  /** Creates the error for a difference from what the feature states. */
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
