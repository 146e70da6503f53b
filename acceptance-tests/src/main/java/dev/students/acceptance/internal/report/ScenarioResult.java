package dev.students.acceptance.internal.report;

import java.util.Optional;

/**
 * How a scenario ended.
 *
 * @param feature the feature file's path from the project's root
 * @param line of the scenario, or of the example's row
 * @param problem empty when every step ran and passed
 */
public record ScenarioResult(String feature, int line, String name, Optional<Problem> problem) {

  public boolean passed() {
    return problem.isEmpty();
  }

  /** Where it stands, as {@code ./acceptance} takes it. */
  public String location() {
    return feature.replaceFirst("^acceptance-tests/src/test/resources/", "") + ":" + line;
  }

  /**
   * Why a scenario did not pass.
   *
   * @param line of the step, or of the scenario when no step is at fault
   * @param step its text
   * @param message for a product owner
   */
  public record Problem(int line, String step, String message) {}
}
