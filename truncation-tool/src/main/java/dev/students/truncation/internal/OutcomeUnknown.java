package dev.students.truncation.internal;

/** Whether a request may have taken effect unnoticed. Of one thread. */
final class OutcomeUnknown {

  private boolean unknown;

  void markUnknownIf(boolean possiblyApplied) {
    unknown |= possiblyApplied;
  }

  boolean isUnknown() {
    return unknown;
  }
}
