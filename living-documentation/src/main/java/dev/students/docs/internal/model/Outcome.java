package dev.students.docs.internal.model;

import java.util.Optional;

/**
 * How a scenario or example ended in one run.
 *
 * @param attempts how many it took; 0 when it was not run
 */
public record Outcome(Run run, Verdict verdict, int attempts, Optional<Detail> detail) {

  /** Whether it passed, though not at the first attempt. */
  public boolean isFlaky() {
    return verdict == Verdict.PASSED && attempts > 1;
  }
}
