package dev.students.docs.internal.reading;

import dev.students.docs.internal.model.CaseId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a test case runs, a scenario or an example, and the attempts at it. */
final class TestCase {

  /** One step of a test case, as people read it. */
  record TestStep(String text, boolean hook) {}

  private static final TestStep UNKNOWN_STEP =
      new TestStep("A step that the run does not name", false);

  private final CaseId id;
  private final String name;
  private final boolean hasSteps;
  private final boolean lacksSteps;
  private final Map<String, TestStep> steps;
  private final List<AttemptReader> attempts = new ArrayList<>();

  /**
   * @param hasSteps whether the scenario has any, apart from hooks
   * @param lacksSteps whether it leaves out some steps of the scenario
   */
  TestCase(
      CaseId id, String name, boolean hasSteps, boolean lacksSteps, Map<String, TestStep> steps) {
    this.id = id;
    this.name = name;
    this.hasSteps = hasSteps;
    this.lacksSteps = lacksSteps;
    this.steps = steps;
  }

  CaseId id() {
    return id;
  }

  /** The name of the scenario, with the values of an example. */
  String name() {
    return name;
  }

  boolean hasSteps() {
    return hasSteps;
  }

  boolean lacksSteps() {
    return lacksSteps;
  }

  /** By the ids that the run gave them. */
  Map<String, TestStep> steps() {
    return steps;
  }

  TestStep step(String testStepId) {
    return steps.getOrDefault(testStepId, UNKNOWN_STEP);
  }

  void add(AttemptReader attempt) {
    attempts.add(attempt);
  }

  /** In the order in which they were started. */
  List<AttemptReader> attempts() {
    return attempts;
  }

  Optional<AttemptReader> newestAttempt() {
    return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
  }
}
