package dev.students.truncation.internal;

/** Whether a request may have taken effect without a response. Confined to one thread. */
final class OutcomeUnknown {

  private boolean unknown;

  void markUnknownIf(boolean possiblyApplied) {
    unknown |= possiblyApplied;
  }

  boolean isUnknown() {
    return unknown;
  }
}
