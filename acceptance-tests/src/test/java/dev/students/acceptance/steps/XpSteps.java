package dev.students.acceptance.steps;

import dev.students.data.AwardId;
import dev.students.data.AwardOutcome;
import dev.students.data.FindOption;
import dev.students.data.RecordedAward;
import dev.students.data.StudentId;
import dev.students.data.XpAward;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Steps about earning and spending experience points and their history. */
public final class XpSteps {

  private final ScenarioContext context;
  private List<AwardOutcome> outcomes = List.of();
  private @Nullable String awarded;
  private @Nullable StudentId unknown;
  private List<String> history = List.of();

  public XpSteps(ScenarioContext context) {
    this.context = context;
  }

  @When("{person} earns {xp} for {source}")
  @Given("{person} has earned {xp} for {source}")
  public void earn(String person, Xp xp, String source) {
    awarded = person;
    award("An award of " + xp + " to " + person, person, xp, source);
  }

  @Given("{person} has earned {xp} for each of {int} lessons")
  public void earnForEachLesson(String person, Xp xp, int lessons) {
    context.attempts().nothingRefusedUnexpectedly();
    StudentId id = context.people().numberOf(person);
    List<String> sources =
        IntStream.rangeClosed(1, lessons).mapToObj(lesson -> "lesson-" + lesson).toList();
    new AwardItems(context.client(), context.run().target().tableName(), id).write(sources, xp);
    long recorded =
        awardsOf(person).stream().filter(award -> award.amount() == xp.amount()).count();
    Mismatch.unlessEqual("Lessons in " + person + "'s award history", (long) lessons, recorded);
    has(person, new Xp(lessons * xp.amount()));
  }

  @When("{person} earns {xp} for the award named {awardName}")
  @Given("{person} has earned {xp} for the award named {awardName}")
  public void earnNamed(String person, Xp xp, String name) {
    award("Awarding " + xp + " to " + person, person, xp, name);
  }

  @When("{person} loses {xp} for {source}")
  @Given("{person} has lost {xp} for {source}")
  public void lose(String person, Xp xp, String source) {
    awarded = person;
    award("Taking " + xp + " from " + person, person, xp.negated(), source);
  }

  @Given("a hint for {xp} was refused to {person}")
  public void refusedHint(Xp xp, String person) {
    lose(person, xp, "hint");
    context.attempts().allRefused(Refusal.NOT_ENOUGH_XP);
  }

  @When("the award of {xp} for {source} is sent again")
  @Given("the award of {xp} for {source} was sent again")
  public void sendAgain(Xp xp, String source) {
    award("Sending the award for the " + source + " again", whoWasAwarded(), xp, source);
  }

  @When("the award for {source} is sent again with {xp}")
  public void sendAgainWith(String source, Xp xp) {
    sendAgain(xp, source);
  }

  @When("{int} sources award {person} {xp} each at the same moment")
  public void awardAtTheSameMoment(int sources, String person, Xp xp) {
    fromSeveralSources("An award of " + xp + " to " + person, sources, person, xp);
  }

  @When("{int} sources take {xp} each from {person} at the same moment")
  public void takeAtTheSameMoment(int sources, Xp xp, String person) {
    fromSeveralSources("Taking " + xp + " from " + person, sources, person, xp.negated());
  }

  @When("one award of {xp} arrives for {person} {int} times at the same moment")
  public void sameAwardAtTheSameMoment(Xp xp, String person, int times) {
    StudentId id = context.people().numberOf(person);
    XpAward award = XpAward.of(AwardId.of("quiz"), xp.amount());
    outcomes =
        context
            .attempts()
            .atTheSameMoment(
                "The award of " + xp + " to " + person,
                times,
                which -> context.store().awardXp(id, award));
  }

  @When("somebody who was never enrolled earns {xp}")
  public void unknownEarns(Xp xp) {
    StudentId nobody = context.people().newNumber();
    unknown = nobody;
    context
        .attempts()
        .attempt(
            "An award to somebody who was never enrolled",
            () -> context.store().awardXp(nobody, XpAward.of(AwardId.of("quiz"), xp.amount())));
  }

  @Then("no student has come into being by it")
  public void noPhantom() {
    StudentId nobody = unknown;
    if (nobody == null) {
      throw new IllegalStateException("Nobody unknown has been given anything.");
    }
    if (context.store().findById(nobody, FindOption.INCLUDE_DELETED).isPresent()) {
      throw Mismatch.of("The student number", "is nobody's still", "is somebody's");
    }
  }

  @Then("{person} has {xp}")
  public void has(String person, Xp expected) {
    Mismatch.unlessEqual(
        person + "'s experience points", expected, new Xp(context.profileOf(person).xp()));
  }

  @Then("the sender is told that it had already been counted")
  public void toldSo() {
    context.attempts().nothingRefusedUnexpectedly();
    if (!outcomes.equals(List.of(AwardOutcome.ALREADY_APPLIED))) {
      throw Mismatch.of(
          "What the sender is told", "it had already been counted", "it is counted now");
    }
  }

  @Then("it is counted for one of them, and the others are told so")
  public void countedOnce() {
    context.attempts().nothingRefusedUnexpectedly();
    long counted = Collections.frequency(outcomes, AwardOutcome.APPLIED);
    Mismatch.unlessEqual("How often the award is said to be counted", 1L, counted);
  }

  @When("{person} asks for the award history")
  public void askForHistory(String person) {
    context.attempts().nothingRefusedUnexpectedly();
    history =
        awardsOf(person).stream()
            .map(award -> entry(award.id().value(), new Xp(award.amount())))
            .toList();
  }

  @When("the award history of somebody who was never enrolled is asked for")
  public void askForHistoryOfNobody() {
    StudentId nobody = context.people().newNumber();
    context
        .attempts()
        .attempt(
            "Asking for the award history of somebody who was never enrolled",
            () -> context.store().awards(nobody));
  }

  @Then("it lists:")
  public void lists(Map<String, String> expected) {
    List<String> entries = new ArrayList<>();
    expected.forEach((source, xp) -> entries.add(entry(source, Xp.of(xp))));
    Mismatch.unlessEqual("The award history lists", inWords(entries), inWords(history));
  }

  @Then("it lists nothing")
  public void listsNothing() {
    lists(Map.of());
  }

  private List<RecordedAward> awardsOf(String person) {
    List<RecordedAward> awards = new ArrayList<>();
    context.store().awards(context.people().numberOf(person)).forEach(awards::add);
    return awards;
  }

  private static String entry(String source, Xp xp) {
    return source + " " + xp;
  }

  /** Sorted, because the order of awards is not guaranteed. */
  private static String inWords(List<String> entries) {
    return entries.isEmpty()
        ? "nothing"
        : entries.stream().sorted().collect(Collectors.joining(", "));
  }

  private void award(String what, String person, Xp xp, String source) {
    StudentId id = context.people().numberOf(person);
    outcomes =
        context
            .attempts()
            .attempt(
                what,
                () -> context.store().awardXp(id, XpAward.of(AwardId.of(source), xp.amount())))
            .map(List::of)
            .orElse(List.of());
  }

  private void fromSeveralSources(String what, int sources, String person, Xp xp) {
    StudentId id = context.people().numberOf(person);
    outcomes =
        context
            .attempts()
            .atTheSameMoment(
                what,
                sources,
                source ->
                    context
                        .store()
                        .awardXp(id, XpAward.of(AwardId.of("source-" + source), xp.amount())));
  }

  private String whoWasAwarded() {
    if (awarded == null) {
      throw new IllegalStateException("The scenario has not awarded anything yet.");
    }
    return awarded;
  }
}
