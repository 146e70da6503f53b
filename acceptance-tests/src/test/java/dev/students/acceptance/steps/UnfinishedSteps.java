package dev.students.acceptance.steps;

import io.cucumber.java.PendingException;
import io.cucumber.java.en.When;
import org.junit.jupiter.api.Assumptions;

/** Steps that no feature uses, for tests of runs with such steps. */
public final class UnfinishedSteps {

  @SuppressWarnings("DoNotCallSuggester") // Cucumber calls it.
  @When("somebody has yet to finish this step")
  public void pending() {
    throw new PendingException();
  }

  @When("this step skips the scenario")
  public void skipped() {
    Assumptions.abort("not today");
  }
}
