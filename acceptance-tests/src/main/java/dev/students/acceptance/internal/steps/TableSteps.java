package dev.students.acceptance.internal.steps;

import dev.students.acceptance.internal.target.TableComparison;
import dev.students.acceptance.internal.target.TableComparison.Aspect;
import io.cucumber.java.en.Then;
import java.util.List;

/** The table itself, compared with what was reviewed. */
public final class TableSteps {

  private final ScenarioContext context;

  public TableSteps(ScenarioContext context) {
    this.context = context;
  }

  @Then("the table is laid out as reviewed")
  public void isLaidOutAsReviewed() {
    requireAsReviewed(Aspect.LAYOUT);
  }

  @Then("the table's index is laid out as reviewed")
  public void indexIsLaidOutAsReviewed() {
    requireAsReviewed(Aspect.INDEX);
  }

  @Then("the table is protected as reviewed")
  public void isProtectedAsReviewed() {
    requireAsReviewed(Aspect.PROTECTION);
  }

  private void requireAsReviewed(Aspect aspect) {
    List<TableComparison.Difference> differences =
        TableComparison.of(context.client(), context.run().bed()).stream()
            .filter(difference -> difference.aspect() == aspect)
            .toList();
    if (!differences.isEmpty()) {
      TableComparison.Difference first = differences.get(0);
      throw Mismatch.of(first.what(), first.reviewed(), first.found());
    }
  }
}
