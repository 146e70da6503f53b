package dev.students.acceptance.steps;

import dev.students.data.AwardId;
import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.XpAward;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Steps about enrolling. */
public final class EnrolmentSteps {

  private static final String NOVEL = "Once upon a time ".repeat(100);

  private final ScenarioContext context;
  private @Nullable Student enrolled;
  private @Nullable NewStudent enrolment;

  public EnrolmentSteps(ScenarioContext context) {
    this.context = context;
  }

  @Given("{fullName} is a student with the e-mail address {email}")
  @When("the school enrols {fullName} with the e-mail address {email}")
  public void enrol(FullName name, String address) {
    StudentId id = context.people().newNumberFor(name.first());
    enrol(name, id, () -> context.people().address(address));
  }

  @Given("the school enrolled {fullName} with the e-mail address {email}")
  public void hasEnrolled(FullName name, String address) {
    enrol(name, address);
  }

  @Given("{fullName} is a student with the e-mail address {email} and {xp}")
  public void enrolWithXp(FullName name, String address, Xp xp) {
    enrol(name, address);
    startWith(name, xp);
  }

  @Given("{fullName} is a student with {xp}")
  public void enrolWithXp(FullName name, Xp xp) {
    StudentId id = context.people().newNumberFor(name.first());
    enrol(name, id, context.people()::anyAddress);
    startWith(name, xp);
  }

  @When("the school enrols {fullName} with the e-mail address {string}")
  public void enrolAsTyped(FullName name, String address) {
    StudentId id = context.people().newNumberFor(name.first());
    enrol(name, id, () -> context.people().address(address));
  }

  @When(
      "the school enrols {fullName} with the e-mail address {email} under {person}'s student number")
  public void enrolUnderNumberOf(FullName name, String address, String other) {
    enrol(name, context.people().numberOf(other), () -> context.people().address(address));
  }

  @When("the school enrols a student with the first name {string} and the last name {string}")
  public void enrolNamed(String first, String last) {
    FullName typed = new FullName(typed(first), typed(last));
    enrol(typed, context.people().newNumber(), context.people()::anyAddress);
  }

  @When("{int} offices enrol a student with the e-mail address {email} at the same moment")
  public void enrolAtTheSameMoment(int offices, String address) {
    EmailAddress shared = context.people().address(address);
    context
        .attempts()
        .atTheSameMoment(
            "Enrolling a student with " + address,
            offices,
            office ->
                context
                    .store()
                    .create(
                        NewStudent.of(
                                PersonName.of("Student"), PersonName.of("No. " + office), shared)
                            .withId(context.people().newNumber())));
  }

  @When("the school sends {person}'s enrolment again")
  public void sendAgain(String person) {
    context.attempts().nothingRefusedUnexpectedly();
    NewStudent again = known(enrolment);
    Student first = known(enrolled);
    context
        .attempts()
        .attempt("Sending " + person + "'s enrolment again", () -> context.store().create(again))
        .filter(answer -> !answer.equals(first))
        .ifPresent(
            answer -> {
              throw Mismatch.of(
                  "Sending " + person + "'s enrolment again",
                  "enrols nobody, and tells of the student as enrolled before",
                  answer.id().equals(first.id())
                      ? "enrols " + person + " anew"
                      : "enrols another student");
            });
  }

  @Then("it is told of the student it had already enrolled")
  public void toldOfTheSameStudent() {
    context.attempts().nothingRefusedUnexpectedly();
  }

  @Then("{person} is not a student")
  public void isNoStudent(String person) {
    context.attempts().nothingRefusedUnexpectedly();
    if (context.store().findById(context.people().numberOf(person)).isPresent()) {
      throw Mismatch.of(person, "is not a student", "is found under a student number");
    }
  }

  @Then("nobody else can be enrolled with {email}")
  public void addressIsGuarded(String address) {
    enrol(
        new FullName("Somebody", "Else"),
        context.people().newNumber(),
        () -> context.people().address(address));
    context.attempts().allRefused(Refusal.EMAIL_TAKEN);
  }

  private void enrol(FullName name, StudentId id, Supplier<EmailAddress> address) {
    context
        .attempts()
        .attempt(
            "Enrolling " + name,
            () -> {
              NewStudent student =
                  NewStudent.of(
                          PersonName.of(name.first()), PersonName.of(name.last()), address.get())
                      .withId(id);
              enrolment = student;
              return context.store().create(student);
            })
        .ifPresent(student -> enrolled = student);
  }

  private void startWith(FullName name, Xp xp) {
    context.attempts().nothingRefusedUnexpectedly();
    context
        .store()
        .awardXp(
            context.people().numberOf(name.first()),
            XpAward.of(AwardId.of("to-begin-with"), xp.amount()));
  }

  /** Values that cannot be written literally in a feature. */
  private static String typed(String text) {
    return text.replace("[spaces]", "   ").replace("[a novel]", NOVEL);
  }

  private static <T> T known(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("The scenario has not enrolled anybody yet.");
    }
    return value;
  }
}
