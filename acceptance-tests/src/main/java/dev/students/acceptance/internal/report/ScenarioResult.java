package dev.students.acceptance.internal.report;

import java.util.Optional;

/**
 * The result of a scenario.
 *
 * @param feature the path of the feature file relative to the project's root
 * @param line the line of the scenario or of the row of its example
 * @param problem the reason why it did not pass; empty if every step passed
 */
public record ScenarioResult(String feature, int line, String name, Optional<Problem> problem) {

  public boolean passed() {
    return problem.isEmpty();
  }

  /** The location in the form that {@code ./acceptance} accepts. */
  public String location() {
    return feature.replaceFirst("^acceptance-tests/src/test/resources/", "") + ":" + line;
  }

  /**
   * The reason why a scenario did not pass.
   *
   * @param line the line of the step, or of the scenario if no step failed
   * @param step the text of the step
   * @param message an explanation for a product owner
   */
  public record Problem(int line, String step, String message) {}
}
