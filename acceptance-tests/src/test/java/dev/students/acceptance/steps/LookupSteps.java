package dev.students.acceptance.steps;

import dev.students.data.FindOption;
import dev.students.data.Student;
import dev.students.data.StudentId;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Steps that look up students by number and by address. */
public final class LookupSteps {

  private final ScenarioContext context;
  private @Nullable Student knownStudent;

  public LookupSteps(ScenarioContext context) {
    this.context = context;
  }

  @When("{person} is looked up by student number")
  @When("{person} is looked for by student number")
  public void lookUp(String person) {
    context.lookUp(context.people().numberOf(person));
  }

  @When("{person} is looked up by student number, former students included")
  public void lookUpAmongAll(String person) {
    context.lookUp(context.people().numberOf(person), FindOption.INCLUDE_DELETED);
  }

  @When("a student number that was never given out is looked up")
  public void lookUpUnknown() {
    context.lookUp(StudentId.random());
  }

  @When("somebody searches for {email}")
  public void search(String address) {
    context.search(address);
  }

  @Then("nobody is found")
  public void nobodyIsFound() {
    requireNobody(context.lookup());
  }

  @Then("a search for {email} finds nobody")
  public void searchFindsNobody(String address) {
    context.attempts().nothingRefusedUnexpectedly();
    requireNobody(context.byAddress(address));
  }

  @Then("{person} is found")
  @Then("the profile found is {person}'s")
  public void isFound(String person) {
    requireFound(context.lookup(), person);
  }

  @Then("a search for {email} finds {person}")
  public void searchFinds(String address, String person) {
    context.attempts().nothingRefusedUnexpectedly();
    requireFound(context.byAddress(address), person);
  }

  @Then("the profile found shows:")
  public void profileFoundShows(Map<String, String> expected) {
    Lookup lookup = context.lookup();
    Student found =
        lookup
            .answer(Optional::isPresent)
            .orElseThrow(() -> Mismatch.of(lookup.how(), "finds a profile", "finds nobody"));
    ProfileView.of(found, context.people()).requireShows("The profile found", expected);
  }

  @Then("it is marked as a former student's")
  public void isMarkedFormer() {
    Lookup lookup = context.lookup();
    boolean former = lookup.answer(Optional::isPresent).map(Student::isDeleted).orElse(false);
    if (!former) {
      throw Mismatch.of("The profile found", "is a former student's", "is a present student's");
    }
  }

  @Then("it is not marked as a former student's")
  public void isNotMarkedFormer() {
    Student found =
        context
            .lookup()
            .answer(Optional::isPresent)
            .orElseThrow(() -> Mismatch.of("The lookup", "finds a profile", "finds nobody"));
    if (found.isDeleted() || found.deletedAt().isPresent()) {
      throw Mismatch.of("The profile found", "is a present student's", "is a former student's");
    }
  }

  @Then("not even among former students is there a trace of {person}")
  public void noTraceOf(String person) {
    context.attempts().nothingRefusedUnexpectedly();
    context
        .recordOf(person)
        .ifPresent(
            student -> {
              throw Mismatch.of(person, "is nowhere on record", "has a profile still");
            });
  }

  @When("the student who is known to be there is looked up by student number")
  public void lookUpKnownStudent() {
    String id = context.run().options().knownStudent().orElseThrow();
    knownStudent =
        context
            .store()
            .findById(StudentId.of(id))
            .orElseThrow(
                () ->
                    Mismatch.of(
                        "The student who is known to be there", "is found by number", "is not"));
  }

  @Then("a search for that student's address leads to the same student")
  public void knownStudentIsFoundByAddress() {
    Student student = knownStudent;
    if (student == null) {
      throw new IllegalStateException("The known student has not been looked up.");
    }
    Lookup search =
        new Lookup(
            "A search for the address of the student who is known to be there",
            true,
            () -> context.store().findByEmail(student.email()));
    Optional<Student> found = search.answer(Optional.of(student)::equals);
    if (!found.equals(Optional.of(student))) {
      throw Mismatch.of(
          search.how(),
          "finds the same profile as the number",
          found.isEmpty() ? "finds nobody" : "finds another profile");
    }
  }

  private static void requireNobody(Lookup lookup) {
    if (lookup.answer(Optional::isEmpty).isPresent()) {
      throw Mismatch.of(lookup.how(), "finds nobody", "finds a student");
    }
  }

  private void requireFound(Lookup lookup, String person) {
    StudentId id = context.people().numberOf(person);
    Optional<Student> found =
        lookup.answer(answer -> answer.filter(student -> student.id().equals(id)).isPresent());
    boolean rightly = found.filter(student -> student.id().equals(id)).isPresent();
    if (!rightly) {
      throw Mismatch.of(
          lookup.how(),
          "finds " + person,
          found
              .map(student -> "finds " + context.people().describe(student) + " instead")
              .orElse("finds nobody"));
    }
  }
}
