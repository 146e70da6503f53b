package dev.students.docs.internal.model;

import java.util.List;
import java.util.Optional;

/** What is kept of the newest outcome only: steps and attachments. */
public record Detail(List<StepOutcome> steps, List<Attachment> attachments) {

  /** The first step that decided a verdict other than passed. */
  public Optional<StepOutcome> decisiveStep(Verdict verdict) {
    return steps.stream().filter(step -> step.verdict() == verdict).findFirst();
  }

  /** The last step that ended. */
  public Optional<StepOutcome> lastStep() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
  }
}
