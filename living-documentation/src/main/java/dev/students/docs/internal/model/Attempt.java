package dev.students.docs.internal.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One attempt at a scenario or example.
 *
 * @param duration empty when it did not end
 */
public record Attempt(
    Verdict verdict,
    List<StepOutcome> steps,
    List<Attachment> attachments,
    Optional<Duration> duration) {

  /** The first step that decided its verdict; empty for one that passed. */
  public Optional<StepOutcome> decisiveStep() {
    return verdict == Verdict.PASSED
        ? Optional.empty()
        : steps.stream().filter(step -> step.verdict() == verdict).findFirst();
  }

  /** The last step that ended. */
  public Optional<StepOutcome> lastStep() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
  }
}
