package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Run;
import dev.students.docs.internal.model.StepOutcome;
import dev.students.docs.internal.model.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Why a scenario or example did not pass in one environment.
 *
 * @param rule empty when the scenario stands outside any
 * @param scenario its name, with the values of the example
 * @param steps how each step and each hook that did not pass ended
 * @param took how long it took; may be empty
 * @param attempts how many there were
 * @param location where it stands, as {@code path:line}
 * @param rerun the command that runs it again; may be empty
 */
public record FailureView(
    String id,
    String href,
    Verdict verdict,
    String feature,
    String rule,
    String scenario,
    List<Value> values,
    String step,
    String subject,
    String expected,
    String found,
    String stackTrace,
    List<StepOutcome> steps,
    String took,
    int attempts,
    String location,
    String rerun,
    CaseResult result,
    Run run,
    Optional<Run> lastHeld) {

  /** One value of the example. */
  public record Value(String name, String value) {}
}
