package dev.students.acceptance.steps;

import dev.students.acceptance.internal.targets.OpenTarget;
import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.Student;
import dev.students.data.StudentStore;
import dev.students.truncation.TableTruncation;
import dev.students.truncation.TruncationPermit;
import dev.students.truncation.TruncationRefusedException;
import dev.students.truncation.TruncationResult;
import io.cucumber.java.After;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Steps about truncation, on a table that each scenario creates. */
public final class TruncationSteps {

  private static final int ITEMS_OF_A_STUDENT = 2;

  /** Fewer than usual, since these tables are small. */
  private static final int SEGMENTS = 2;

  private final ScenarioContext context;
  private @Nullable String table;
  private long itemsAtFirst;
  private Optional<Student> newcomer = Optional.empty();
  private OptionalLong told = OptionalLong.empty();
  private Optional<TruncationRefusedException> refusal = Optional.empty();

  public TruncationSteps(ScenarioContext context) {
    this.context = context;
  }

  @Given("a test table of its own with {int} students")
  public void ownTable(int students) {
    String own = "students-" + context.run().id() + "-" + context.place();
    OpenTarget target = context.run().target();
    TableStatus status =
        context
            .client()
            .createTable(target.template().createTableRequest(own))
            .tableDescription()
            .tableStatus();
    table = own;
    if (status != TableStatus.ACTIVE) { // as on AWS; an embedded table is there at once
      context.client().waiter().waitUntilTableExists(describe -> describe.tableName(own));
    }
    for (int i = 1; i <= students; i++) {
      enrol("student-" + i);
    }
    itemsAtFirst = (long) ITEMS_OF_A_STUDENT * students;
  }

  @After
  public void removeTable() {
    if (table != null) {
      context.client().deleteTable(delete -> delete.tableName(ownTable()));
    }
  }

  @When("the tester clears the table")
  @Given("the tester has cleared the table")
  public void truncate() {
    TruncationResult result = truncation(ownTable()).run();
    if (!result.complete()) {
      throw Mismatch.of("Clearing the table", "comes to its end", "ended: " + result.ending());
    }
    told = OptionalLong.of(result.deleted());
  }

  @When("the tester makes a trial run")
  public void dryRun() {
    told = OptionalLong.of(truncation(ownTable()).dryRun().items());
  }

  @When("the tester clears the table but confirms another name")
  public void truncateMistaken() {
    try {
      truncation("some-other-table").run();
    } catch (TruncationRefusedException e) {
      refusal = Optional.of(e);
    }
  }

  @When("somebody enrols in it")
  public void enrolNewcomer() {
    newcomer = Optional.of(enrol("newcomer"));
  }

  @Then("the table holds nothing")
  public void holdsNothing() {
    requireHolds(0);
  }

  @Then("the table still holds its {int} students")
  public void stillHolds(int students) {
    requireHolds(students);
  }

  @Then("the table holds that student")
  public void holdsNewcomer() {
    Student student = newcomer.orElseThrow();
    Mismatch.unlessEqual("Who is in the table", newcomer, store().findById(student.id()));
  }

  @Then("the tester is told that everything in it was removed")
  @Then("the tester is told how much would be removed")
  public void toldHowMuch() {
    Mismatch.unlessEqual(
        "How many records the tester is told of", itemsAtFirst, told.orElseThrow());
  }

  @Then("clearing is refused")
  public void isRefused() {
    if (refusal.isEmpty()) {
      throw Mismatch.of(
          "Clearing the table with another name confirmed", "is refused", "goes ahead");
    }
  }

  private void requireHolds(int students) {
    String own = ownTable();
    int found =
        context
            .client()
            .scan(scan -> scan.tableName(own).select(Select.COUNT).consistentRead(true))
            .count();
    Mismatch.unlessEqual("Students in the table", students, found / ITEMS_OF_A_STUDENT);
  }

  private Student enrol(String name) {
    return store()
        .create(
            NewStudent.of(
                PersonName.of("Test"),
                PersonName.of(name),
                EmailAddress.of(name + "@example.com")));
  }

  private StudentStore store() {
    return StudentStore.create(context.client(), ownTable());
  }

  private TableTruncation truncation(String confirmedName) {
    URI emulator = context.run().target().emulator().orElseThrow();
    TruncationPermit permit = TruncationPermit.forEmulator(emulator, ownTable());
    return TableTruncation.builder(context.client(), permit, confirmedName)
        .concurrency(SEGMENTS)
        .build();
  }

  private String ownTable() {
    if (table == null) {
      throw new IllegalStateException("The scenario has not made a table.");
    }
    return table;
  }
}
