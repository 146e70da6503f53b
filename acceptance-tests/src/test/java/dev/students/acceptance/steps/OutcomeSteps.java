package dev.students.acceptance.steps;

import io.cucumber.java.en.Then;

/** Steps about the success of attempts. */
public final class OutcomeSteps {

  private final ScenarioContext context;

  public OutcomeSteps(ScenarioContext context) {
    this.context = context;
  }

  @Then("this is refused because {refusal}")
  public void isRefused(Refusal reason) {
    context.attempts().allRefused(reason);
  }

  @Then("exactly one of them succeeds")
  public void exactlyOneSucceeds() {
    context.attempts().exactlyOneSucceeded();
  }

  @Then("the others are refused because {refusal}")
  public void othersAreRefused(Refusal reason) {
    context.attempts().othersRefused(reason);
  }
}
