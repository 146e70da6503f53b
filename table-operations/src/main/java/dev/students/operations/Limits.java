package dev.students.operations;

/** Validates numbers that callers set. */
final class Limits {

  private Limits() {}

  static int within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException("%s must be %d to %d".formatted(name, least, most));
    }
    return value;
  }
}
