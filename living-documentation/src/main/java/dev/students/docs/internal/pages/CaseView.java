package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Attempt;
import dev.students.docs.internal.model.Outcome;
import dev.students.docs.internal.model.Run;
import dev.students.docs.internal.model.StepOutcome;
import dev.students.docs.internal.model.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A scenario without examples, or one example.
 *
 * @param title the scenario's name, with the values of the example
 * @param results one for each environment
 * @param retries of the environments where it passed, though not at the first attempt
 * @param evidence of each environment where it did not pass; where there is none, the newest
 */
public record CaseView(
    String anchor,
    String href,
    String title,
    List<String> values,
    Verdict verdict,
    List<CaseResult> results,
    List<FailureView> failures,
    List<RetryView> retries,
    List<EvidenceView> evidence) {

  /** How long it took when it last passed, in all and by its steps and hooks. */
  public record Timing(String took, List<StepOutcome> steps) {}

  /** Of the newest result; empty when it did not pass, for a failure tells its own. */
  public Optional<Timing> timing() {
    return verdict == Verdict.PASSED
        ? results.stream()
            .filter(result -> result.duration().isPresent())
            .max(Comparator.comparing(result -> result.run().orElseThrow(), Run.OLDEST_FIRST))
            .flatMap(
                result ->
                    result
                        .newest()
                        .flatMap(Outcome::detail)
                        .map(detail -> new Timing(result.took(), noticeable(detail.deciding()))))
        : Optional.empty();
  }

  /** What took a millisecond or more: the others explain nothing. */
  private static List<StepOutcome> noticeable(Attempt attempt) {
    return attempt.steps().stream().filter(step -> step.duration().toMillis() > 0).toList();
  }

  public Optional<FailureView> failureIn(String environment) {
    return failures.stream()
        .filter(failure -> failure.result().environment().equals(environment))
        .findFirst();
  }

  public boolean isFlaky() {
    return results.stream().anyMatch(CaseResult::isFlaky);
  }
}
