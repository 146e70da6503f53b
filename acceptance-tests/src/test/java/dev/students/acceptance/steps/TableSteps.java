package dev.students.acceptance.steps;

import dev.students.acceptance.internal.targets.TableComparison;
import dev.students.acceptance.internal.targets.TableComparison.Aspect;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;

/** Steps that compare the table with its reviewed definition. */
public final class TableSteps {

  private final ScenarioContext context;
  private List<TableComparison.Difference> differences = List.of();

  public TableSteps(ScenarioContext context) {
    this.context = context;
  }

  @When("the running table is compared with the reviewed one")
  public void compare() {
    differences = TableComparison.of(context.client(), context.run().target());
  }

  @Then("it is laid out as reviewed")
  public void isLaidOutAsReviewed() {
    requireAsReviewed(Aspect.LAYOUT);
  }

  @Then("its index is laid out as reviewed")
  public void indexIsLaidOutAsReviewed() {
    requireAsReviewed(Aspect.INDEX);
  }

  @Then("it is protected as reviewed")
  public void isProtectedAsReviewed() {
    requireAsReviewed(Aspect.PROTECTION);
  }

  private void requireAsReviewed(Aspect aspect) {
    differences.stream()
        .filter(difference -> difference.aspect() == aspect)
        .findFirst()
        .ifPresent(
            difference -> {
              throw Mismatch.of(difference.what(), difference.reviewed(), difference.found());
            });
  }
}
