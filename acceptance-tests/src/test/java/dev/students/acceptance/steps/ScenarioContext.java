package dev.students.acceptance.steps;

import dev.students.acceptance.internal.run.AcceptanceRun;
import dev.students.acceptance.internal.run.CurrentRun;
import dev.students.data.EmailAddress;
import dev.students.data.FindOption;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.local.RecordedCall;
import dev.students.local.Recording;
import io.cucumber.java.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The state shared by the steps of one scenario. Cucumber creates one for each scenario. */
public final class ScenarioContext {

  /** Ten times what any scenario needs. */
  private static final int MOST_CALLS = 250;

  private final AcceptanceRun run = CurrentRun.get();
  private final Attempts attempts = new Attempts();
  private final Recording recording = run.recorder().start(run.client(), MOST_CALLS);
  private final StudentStore store = StudentStore.create(client(), run.target().tableName());
  private @Nullable String place;
  private @Nullable People people;
  private @Nullable Lookup lookup;

  void begin(Scenario scenario) {
    String file = Path.of(scenario.getUri().getSchemeSpecificPart()).getFileName().toString();
    place = file.replace(".feature", "") + "-" + scenario.getLine();
    people = new People(run.id(), place, run.manifest());
  }

  AcceptanceRun run() {
    return run;
  }

  /** A client whose calls are recorded. */
  DynamoDbClient client() {
    return recording.client();
  }

  List<RecordedCall> calls() {
    return recording.calls();
  }

  StudentStore store() {
    return store;
  }

  Attempts attempts() {
    return attempts;
  }

  People people() {
    return begun(people);
  }

  /** The location of the scenario, for example {@code 05-earning-xp-14}. */
  String place() {
    return begun(place);
  }

  void lookUp(StudentId id, FindOption... options) {
    lookup = byNumber("Looking up the student number", id, options);
  }

  void search(String written) {
    lookup = byAddress(written);
  }

  /** The last look-up. */
  Lookup lookup() {
    attempts.nothingRefusedUnexpectedly();
    if (lookup == null) {
      throw new IllegalStateException("The scenario has not looked for anybody yet.");
    }
    return lookup;
  }

  Lookup byNumber(String how, StudentId id, FindOption... options) {
    return new Lookup(how, false, () -> store.findById(id, options));
  }

  Lookup byAddress(String written) {
    EmailAddress address = people().address(written);
    return new Lookup("A search for " + written, true, () -> store.findByEmail(address));
  }

  /** Reads the profile of a current student. */
  Student profileOf(String person) {
    attempts.nothingRefusedUnexpectedly();
    return store
        .findById(people().numberOf(person))
        .orElseThrow(() -> Mismatch.of(person + "'s profile", "can be looked up", "is not found"));
  }

  /** Reads the profile of a current or former student; empty if there is none. */
  Optional<Student> recordOf(String person) {
    return store.findById(people().numberOf(person), FindOption.INCLUDE_DELETED);
  }

  private static <T> T begun(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("The scenario has not begun.");
    }
    return value;
  }
}
