package dev.students.acceptance.steps;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.students.data.StudentId;
import dev.students.operations.ImportResult;
import dev.students.operations.RecordFormat;
import dev.students.operations.RejectedLine;
import dev.students.operations.StudentExport;
import dev.students.operations.StudentImport;
import dev.students.operations.TableReader;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Steps about importing and exporting files. */
public final class FileSteps {

  private static final int STUDENTS_AT_ONCE = 2;

  private final ScenarioContext context;
  private final List<RejectedLine> rejected = new ArrayList<>();
  private String file = "";
  private Optional<ImportResult> result = Optional.empty();

  public FileSteps(ScenarioContext context) {
    this.context = context;
  }

  @Given("a file with these students:")
  public void fileWith(DataTable students) {
    StringBuilder lines = new StringBuilder("id,firstName,lastName,email,xp\n");
    for (Map<String, String> student : students.asMaps()) {
      String[] names = Optional.ofNullable(student.get("name")).orElse(" ").split(" ", 2);
      StudentId id = context.people().newNumberFor(names.length > 0 ? names[0] : "");
      lines.append(
          "%s,%s,%s,%s,%s\n"
              .formatted(
                  id.value(),
                  names.length > 0 ? names[0] : "",
                  names.length > 1 ? names[1] : "",
                  context.people().address(student.getOrDefault("e-mail address", "")).value(),
                  student.getOrDefault("XP", "")));
    }
    file = lines.toString();
  }

  @Given("the school has taken the file in")
  @When("the school takes the file in")
  public void takeIn() {
    rejected.clear();
    result =
        Optional.of(
            StudentImport.builder(context.client(), table())
                .concurrency(STUDENTS_AT_ONCE)
                .build()
                .run(new ByteArrayInputStream(file.getBytes(UTF_8)), rejected::add));
  }

  @Then("the school is told that {int} student(s) is/are new and {int} was/were there already")
  public void told(int created, int alreadyThere) {
    ImportResult told = result.orElseThrow();
    Mismatch.unlessEqual("New students", (long) created, told.created());
    Mismatch.unlessEqual(
        "Students who were there already", (long) alreadyThere, told.alreadyThere());
  }

  @Then("line {int} of the file is refused: the e-mail address is another student's")
  public void refusedAddress(int line) {
    requireRefused(line, "email is another student's");
  }

  @Then("line {int} of the file is refused: the first name must not be blank")
  public void refusedName(int line) {
    requireRefused(line, "firstName must not be blank");
  }

  private void requireRefused(int line, String why) {
    List<String> told =
        rejected.stream().map(it -> it.line() + " " + it.field() + " " + it.rule()).toList();
    Mismatch.unlessEqual("What is refused", List.of(line + " " + why), told);
  }

  @When("the school takes its students out into a file")
  public void takeOut() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // Everybody's calls are no part of this scenario's documentation.
    TableReader reader = TableReader.create(context.run().client(), table());
    StudentExport.of(reader, RecordFormat.CSV).withAwards().run(out);
    file = out.toString(UTF_8);
  }

  @Then("the file has {fullName} with the e-mail address {email} and {xp}")
  public void has(FullName name, String address, Xp xp) {
    String id = context.people().numberOf(name.first()).value();
    String line =
        String.join(
            ",",
            id,
            name.first(),
            name.last(),
            context.people().address(address).value(),
            String.valueOf(xp.amount()),
            "0,,");
    Mismatch.unlessEqual(name + "'s line in the file", line, linesOf(id).get(0));
  }

  @Then("the file has an award of {xp} for {person}")
  public void hasAward(Xp xp, String person) {
    List<String> awards = linesOf(context.people().numberOf(person).value());
    awards.remove(0);
    Mismatch.unlessEqual("Awards of " + person, 1, awards.size());
    String amount = awards.get(0).substring(awards.get(0).lastIndexOf(',') + 1);
    Mismatch.unlessEqual("The award's XP", String.valueOf(xp.amount()), amount);
  }

  @Then("the file has nothing of {person}")
  public void hasNothing(String person) {
    Mismatch.unlessEqual(
        "Lines about " + person, List.of(), linesOf(context.people().numberOf(person).value()));
  }

  private List<String> linesOf(String id) {
    return new ArrayList<>(file.lines().filter(line -> line.startsWith(id + ",")).toList());
  }

  private String table() {
    return context.run().target().tableName();
  }
}
