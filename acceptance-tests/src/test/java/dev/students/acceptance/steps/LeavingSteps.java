package dev.students.acceptance.steps;

import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Steps about leaving, coming back, and erasure. */
public final class LeavingSteps {

  private final ScenarioContext context;
  private Optional<Student> recordBefore = Optional.empty();

  public LeavingSteps(ScenarioContext context) {
    this.context = context;
  }

  @Given("{fullName} is a former student")
  public void formerStudent(FullName name) {
    StudentId id = context.people().newNumberFor(name.first());
    context
        .store()
        .create(
            NewStudent.of(
                    PersonName.of(name.first()),
                    PersonName.of(name.last()),
                    context.people().anyAddress())
                .withId(id));
    context.store().softDelete(id);
  }

  @When("{person} leaves the school")
  @Given("{person} has left the school")
  public void leave(String person) {
    change(person + "'s leaving", person, context.store()::softDelete);
  }

  @When("{person} comes back")
  @Given("{person} has come back")
  public void comeBack(String person) {
    change(person + "'s coming back", person, context.store()::restore);
  }

  @When("{person} is erased")
  @Given("{person} has been erased")
  public void erase(String person) {
    StudentId id = context.people().numberOf(person);
    context
        .attempts()
        .attempt(
            "Erasing " + person,
            () -> {
              context.store().erase(id);
              return id;
            });
  }

  @When("somebody who was never enrolled is to leave the school")
  public void unknownLeaves() {
    StudentId nobody = context.people().newNumber();
    context
        .attempts()
        .attempt(
            "The leaving of somebody who was never enrolled",
            () -> context.store().softDelete(nobody));
  }

  @When("somebody who was never enrolled is to come back")
  public void unknownComesBack() {
    StudentId nobody = context.people().newNumber();
    context
        .attempts()
        .attempt(
            "The coming back of somebody who was never enrolled",
            () -> context.store().restore(nobody));
  }

  @Then("this changes nothing in {person}'s record")
  public void changesNothing(String person) {
    context.attempts().nothingRefusedUnexpectedly();
    if (!recordBefore.equals(context.recordOf(person))) {
      throw Mismatch.of(person + "'s record", "is what it was before", "has changed");
    }
  }

  @Then("nothing of {person} is on record")
  public void nothingIsOnRecord(String person) {
    context.attempts().nothingRefusedUnexpectedly();
    AttributeValue partition = StudentKey.partition(context.people().numberOf(person));
    int left =
        context
            .client()
            .query(
                query ->
                    query
                        .tableName(context.run().target().tableName())
                        .consistentRead(true)
                        .keyConditionExpression("#pk = :pk")
                        .expressionAttributeNames(Map.of("#pk", StudentTable.PARTITION_KEY))
                        .expressionAttributeValues(Map.of(":pk", partition)))
            .count();
    Mismatch.unlessEqual("Records left of " + person, 0, left);
  }

  private void change(String what, String person, Function<StudentId, Student> change) {
    StudentId id = context.people().numberOf(person);
    context.attempts().nothingRefusedUnexpectedly();
    recordBefore = context.recordOf(person);
    context.attempts().attempt(what, () -> change.apply(id));
  }
}
