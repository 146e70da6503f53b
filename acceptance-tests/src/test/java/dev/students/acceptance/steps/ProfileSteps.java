package dev.students.acceptance.steps;

import dev.students.data.PersonName;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentUpdate;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Steps that change and read profiles. */
public final class ProfileSteps {

  private final ScenarioContext context;
  private @Nullable Student lookedAt;

  public ProfileSteps(ScenarioContext context) {
    this.context = context;
  }

  @When("{person}'s {field} is changed to {newValue}")
  @Given("{person}'s {field} was changed to {newValue}")
  public void change(String person, String field, String value) {
    change(person, Map.of(field, value));
  }

  @When("{person}'s profile is changed to:")
  public void change(String person, Map<String, String> fields) {
    StudentId id = context.people().numberOf(person);
    context
        .attempts()
        .attempt(
            "Changing " + person + "'s " + String.join(" and ", fields.keySet()),
            () -> context.store().update(id, update(fields).build()));
  }

  @When("{person}'s profile is changed without saying what is new")
  public void changeNothing(String person) {
    change(person, Map.of());
  }

  @When("somebody who was never enrolled is to be renamed")
  public void changeUnknown() {
    StudentId nobody = context.people().newNumber();
    context
        .attempts()
        .attempt(
            "Renaming somebody who was never enrolled",
            () -> context.store().update(nobody, update(Map.of("last name", "Nobody")).build()));
  }

  @Given("a clerk is looking at {person}'s profile")
  public void lookAt(String person) {
    lookedAt = context.profileOf(person);
  }

  @When("the clerk changes the {field} to {newValue}")
  public void changeWhatWasLookedAt(String field, String value) {
    context.attempts().nothingRefusedUnexpectedly();
    Student seen = lookedAt;
    if (seen == null) {
      throw new IllegalStateException("The clerk has not looked at a profile.");
    }
    StudentUpdate update = update(Map.of(field, value)).expectedVersion(seen.version()).build();
    context
        .attempts()
        .attempt(
            "The clerk's change of the " + field, () -> context.store().update(seen.id(), update));
  }

  @When("{int} clerks who look at {person}'s profile change it at the same moment")
  public void changeWhatAllLookAt(int clerks, String person) {
    Student seen = context.profileOf(person);
    context
        .attempts()
        .atTheSameMoment(
            "Changing " + person + "'s profile as all clerks see it",
            clerks,
            clerk ->
                context
                    .store()
                    .update(
                        seen.id(),
                        update(Map.of("last name", "No. " + clerk))
                            .expectedVersion(seen.version())
                            .build()));
  }

  @When(
      "at the same moment one clerk changes {person}'s first name to {person} and another (her )(his )last name to"
          + " {person}")
  public void changeAtTheSameMoment(String person, String first, String last) {
    StudentId id = context.people().numberOf(person);
    Map<Integer, Map<String, String>> changes =
        Map.of(0, Map.of("first name", first), 1, Map.of("last name", last));
    context
        .attempts()
        .atTheSameMoment(
            "Changing " + person + "'s profile",
            2,
            clerk ->
                context.store().update(id, update(changes.getOrDefault(clerk, Map.of())).build()));
  }

  @Then("{person}'s profile shows:")
  public void profileShows(String person, Map<String, String> expected) {
    ProfileView.of(context.profileOf(person), context.people())
        .requireShows(person + "'s profile", expected);
  }

  private StudentUpdate.Builder update(Map<String, String> fields) {
    StudentUpdate.Builder update = StudentUpdate.builder();
    fields.forEach(
        (field, value) -> {
          switch (field) {
            case "first name" -> update.firstName(PersonName.of(value));
            case "last name" -> update.lastName(PersonName.of(value));
            case "e-mail address" -> update.email(context.people().address(value));
            default -> throw new IllegalArgumentException("A profile has no \"" + field + "\".");
          }
        });
    return update;
  }
}
