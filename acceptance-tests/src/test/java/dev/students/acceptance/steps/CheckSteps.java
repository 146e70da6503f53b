package dev.students.acceptance.steps;

import dev.students.data.StudentId;
import dev.students.operations.Finding;
import dev.students.operations.FindingKind;
import dev.students.operations.TableCheck;
import dev.students.operations.TableReader;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;

/** Steps that check the promises of the table. */
public final class CheckSteps {

  private final ScenarioContext context;
  private final List<Finding> findings = new ArrayList<>();

  public CheckSteps(ScenarioContext context) {
    this.context = context;
  }

  /** Reads the whole table, which other scenarios use at the same time. */
  @When("the table is checked")
  public void check() {
    String table = context.run().target().tableName();
    TableReader reader =
        TableReader.builder(context.run().client(), table)
            .consistent(true)
            .concurrency(2)
            .segments(2)
            .build();
    TableCheck.of(reader).run(findings::add);
  }

  @Then("nothing is found about {person}")
  public void nothingFound(String person) {
    requireFound(person, List.of());
  }

  @Then("it is found that nobody guards {person}'s e-mail address")
  public void addressUnguarded(String person) {
    requireFound(person, List.of(FindingKind.STUDENT_WITHOUT_RESERVATION));
  }

  @Then("it is found that {person} is still found by e-mail address")
  public void deletedInIndex(String person) {
    requireFound(person, List.of(FindingKind.DELETED_STUDENT_IN_INDEX));
  }

  @Then("it is found that {person} and {person} share an e-mail address")
  public void addressShared(String one, String other) {
    requireFound(one, List.of(FindingKind.SHARED_ADDRESS));
    requireFound(other, List.of(FindingKind.SHARED_ADDRESS));
  }

  private void requireFound(String person, List<FindingKind> kinds) {
    StudentId id = context.people().numberOf(person);
    List<FindingKind> found =
        findings.stream()
            .filter(finding -> finding.students().contains(id))
            .map(Finding::kind)
            .toList();
    Mismatch.unlessEqual("What is found about " + person, kinds, found);
  }
}
