package dev.students.truncation.internal;

/** Whether a request may have taken effect without our knowing. Of one thread. */
final class Doubt {

  private boolean raised;

  void raiseIf(boolean doubtful) {
    raised |= doubtful;
  }

  boolean raised() {
    return raised;
  }
}
