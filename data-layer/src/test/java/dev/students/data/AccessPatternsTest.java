package dev.students.data;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.students.local.CallRecorder;
import dev.students.local.KeyMask;
import dev.students.local.RecordedCall;
import dev.students.local.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * Executes every row of the tables in {@code docs/access-patterns.md} and compares the requests and
 * their cost.
 */
class AccessPatternsTest {

  private static final Path PAGE = Path.of("../docs/access-patterns.md");

  /** The cost stated by a row of the page. */
  record Cost(List<String> requests, double readUnits, double writeUnits) {}

  /** A student to execute a row with, and a different address and name of the same size. */
  record Sample(
      String id,
      String name,
      String email,
      String otherName,
      String otherEmail,
      Optional<Student> read) {

    Sample(String id, String name, String email, String otherName, String otherEmail) {
      this(id, name, email, otherName, otherEmail, Optional.empty());
    }

    static final Sample SMALL =
        new Sample("ada", "Ada", "ada@example.org", "Augusta", "countess@example.org");
    static final Sample LARGEST =
        new Sample(
            "a".repeat(128),
            "𝒜".repeat(100),
            "a".repeat(126) + "@" + "b".repeat(127),
            "𝒵".repeat(100),
            "z".repeat(126) + "@" + "b".repeat(127));

    /** A scenario whose call receives the student as it was read before the measurement. */
    Sample with(Optional<Student> student) {
      return new Sample(id, name, email, otherName, otherEmail, student);
    }

    Student student() {
      return read.orElseThrow();
    }

    StudentId studentId() {
      return StudentId.of(id);
    }

    NewStudent wanted() {
      return TestTable.student(id, name, name, email);
    }

    StudentUpdate rename() {
      return StudentUpdate.builder().firstName(PersonName.of(otherName)).build();
    }

    StudentUpdate email(String address) {
      return StudentUpdate.builder().email(EmailAddress.of(address)).build();
    }

    Map<String, AttributeValue> legacy() {
      Map<String, AttributeValue> item = TestTable.legacyStudent(id, email);
      item.put("firstName", AttributeValue.fromS(name));
      item.put("lastName", AttributeValue.fromS(name));
      return item;
    }

    XpAward award(int number) {
      return XpAward.of(AwardId.of("award-" + number), 1);
    }
  }

  /** How to execute a row: the preparation, and the call that is measured. */
  record Scenario(BiConsumer<StudentStore, Sample> before, BiConsumer<StudentStore, Sample> call) {}

  private static final Map<String, Scenario> SCENARIOS = scenarios();

  private static final CallRecorder RECORDER =
      CallRecorder.computing(TestTable.READS, List.of("pk", "sk"), KeyMask.NONE);

  private static Map<String, Scenario> scenarios() {
    BiConsumer<StudentStore, Sample> nothing = (store, sample) -> {};
    BiConsumer<StudentStore, Sample> created = (store, sample) -> store.create(sample.wanted());
    BiConsumer<StudentStore, Sample> deleted =
        created.andThen((store, sample) -> store.softDelete(sample.studentId()));
    BiConsumer<StudentStore, Sample> awarded =
        created.andThen(
            (store, sample) -> {
              for (int i = 0; i < 3; i++) {
                store.awardXp(sample.studentId(), sample.award(i));
              }
            });
    BiConsumer<StudentStore, Sample> softDelete =
        (store, sample) -> store.softDelete(sample.studentId());
    BiConsumer<StudentStore, Sample> restore = (store, sample) -> store.restore(sample.studentId());
    BiConsumer<StudentStore, Sample> erase = (store, sample) -> store.erase(sample.studentId());
    BiConsumer<StudentStore, Sample> rename =
        (store, sample) -> store.update(sample.studentId(), sample.rename());

    Map<String, Scenario> rows = new LinkedHashMap<>();
    rows.put("`create` ", new Scenario(nothing, created));
    rows.put("`findById` ", new Scenario(created, find()));
    rows.put(
        "`findById` `EVENTUALLY_CONSISTENT`",
        new Scenario(created, find(FindOption.EVENTUALLY_CONSISTENT)));
    rows.put(
        "`findByEmail` ",
        new Scenario(
            created,
            (store, sample) ->
                assertThat(store.findByEmail(EmailAddress.of(sample.email()))).isPresent()));
    rows.put(
        "`findByEmail` nobody has it",
        new Scenario(
            nothing,
            (store, sample) ->
                assertThat(store.findByEmail(EmailAddress.of(sample.email()))).isEmpty()));
    rows.put(
        "`findByEmail` in a spelling that case folding changes",
        new Scenario(
            (store, sample) ->
                store.create(
                    TestTable.student(
                        sample.id(), sample.name(), sample.name(), sharp(sample.email()))),
            (store, sample) ->
                assertThat(store.findByEmail(EmailAddress.of(sharp(sample.email(), "SS"))))
                    .isPresent()));
    rows.put("`update` a name", new Scenario(created, rename));
    rows.put(
        "`update` the e-mail's spelling",
        new Scenario(
            created,
            (store, sample) ->
                store.update(sample.studentId(), sample.email(sample.email().replace('a', 'A')))));
    rows.put(
        "`update` another e-mail",
        new Scenario(
            created,
            (store, sample) ->
                store.update(sample.studentId(), sample.email(sample.otherEmail()))));
    rows.put(
        "`update` a name, of a student as read",
        new Scenario(created, (store, sample) -> store.update(sample.student(), sample.rename())));
    rows.put(
        "`update` another e-mail, of a student as read",
        new Scenario(
            created,
            (store, sample) -> store.update(sample.student(), sample.email(sample.otherEmail()))));
    rows.put(
        "`update` unchanged values",
        new Scenario(
            created,
            (store, sample) ->
                store.update(
                    sample.studentId(),
                    StudentUpdate.builder().lastName(PersonName.of(sample.name())).build())));
    rows.put(
        "`update` a name, first change of a legacy client's student",
        new Scenario(nothing, rename));
    rows.put("`softDelete` ", new Scenario(created, softDelete));
    rows.put(
        "`softDelete` of a student as read",
        new Scenario(created, (store, sample) -> store.softDelete(sample.student())));
    rows.put("`softDelete` repeated", new Scenario(deleted, softDelete));
    rows.put("`restore` ", new Scenario(deleted, restore));
    rows.put(
        "`restore` of a student as read",
        new Scenario(deleted, (store, sample) -> store.restore(sample.student())));
    rows.put("`restore` repeated", new Scenario(created, restore));
    rows.put(
        "`awardXp` ",
        new Scenario(
            created, (store, sample) -> store.awardXp(sample.studentId(), sample.award(0))));
    rows.put(
        "`awardXp` 99 awards at once",
        new Scenario(
            created,
            (store, sample) ->
                assertThat(
                        store.awardXp(
                            sample.studentId(),
                            IntStream.range(0, 99).mapToObj(sample::award).toList()))
                    .allMatch(AwardResult.Recorded.class::isInstance)));
    rows.put("`awards` 3 awards", new Scenario(awarded, list()));
    rows.put(
        "`awards` 3 awards, `EVENTUALLY_CONSISTENT`",
        new Scenario(awarded, list(FindOption.EVENTUALLY_CONSISTENT)));
    rows.put("`erase` no awards", new Scenario(created, erase));
    rows.put("`erase` a student that is not there", new Scenario(nothing, erase));
    return rows;
  }

  private static String sharp(String email) {
    return sharp(email, "ß");
  }

  private static String sharp(String email, String s) {
    return email.replaceFirst("^..", s);
  }

  private static BiConsumer<StudentStore, Sample> find(FindOption... options) {
    return (store, sample) -> assertThat(store.findById(sample.studentId(), options)).isPresent();
  }

  private static BiConsumer<StudentStore, Sample> list(FindOption... options) {
    return (store, sample) -> assertThat(store.awards(sample.studentId(), options)).hasSize(3);
  }

  @Test
  void page_everyRow_costsWhatItStates() throws IOException {
    assertThat(rows("read units").stream().map(AccessPatternsTest::title))
        .containsExactlyElementsOf(SCENARIOS.keySet());
  }

  @TestFactory
  Stream<DynamicTest> call_eachRow_makesTheRequestsAndCostsTheUnits() throws IOException {
    return rows("read units").stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    title(row),
                    () -> {
                      List<String> requests = List.of(row.get(2).split(", "));
                      double reads = Double.parseDouble(row.get(3));
                      assertThat(measure(title(row), Sample.SMALL, new TreeSet<>()))
                          .as("≤ 1 KB")
                          .isEqualTo(new Cost(requests, reads, Double.parseDouble(row.get(4))));
                      assertThat(measure(title(row), Sample.LARGEST, new TreeSet<>()))
                          .as("largest")
                          .isEqualTo(new Cost(requests, reads, Double.parseDouble(row.get(5))));
                    }));
  }

  @Test
  void page_conditions_areThoseThatAreSent() throws IOException {
    Map<String, Set<String>> documented = new LinkedHashMap<>();
    for (List<String> row : rows("condition")) {
      for (String operation : row.get(0).split(", ", -1)) {
        documented
            .computeIfAbsent(operation, name -> new TreeSet<>())
            .add(row.get(2).replace("`", ""));
      }
    }
    Map<String, Set<String>> sent = new LinkedHashMap<>();
    for (String title :
        List.of(
            "`create` ",
            "`update` another e-mail",
            "`restore` ",
            "`softDelete` ",
            "`erase` no awards",
            "`awardXp` ")) {
      Set<String> conditions = new TreeSet<>();
      measure(title, Sample.SMALL, conditions);
      sent.put(title.substring(0, title.indexOf(' ')), conditions);
    }
    assertThat(sent).isEqualTo(documented);
  }

  private static Cost measure(String title, Sample sample, Set<String> conditions) {
    Scenario scenario = requireNonNull(SCENARIOS.get(title), title);
    try (TestTable table =
        new TestTable(o -> o.addExecutionInterceptor(conditionsInto(conditions)))) {
      Recording recording = RECORDER.start(table.client);
      StudentStore store = table.builder(recording.client()).build();
      if (title.contains("legacy client")) {
        table.put(sample.legacy());
      }
      scenario.before().accept(table.other, sample);
      scenario
          .call()
          .accept(
              store,
              sample.with(table.other.findById(sample.studentId(), FindOption.INCLUDE_DELETED)));
      double reads = 0;
      double writes = 0;
      for (RecordedCall call : recording.calls()) {
        reads += call.units().orElseThrow().read();
        writes += call.units().orElseThrow().write();
      }
      return new Cost(table.wire.operations(), reads, writes);
    }
  }

  private static ExecutionInterceptor conditionsInto(Set<String> conditions) {
    return new ExecutionInterceptor() {
      @Override
      public void beforeExecution(
          Context.BeforeExecution context, ExecutionAttributes executionAttributes) {
        if (context.request() instanceof TransactWriteItemsRequest request) {
          for (TransactWriteItem item : request.transactItems()) {
            Stream.of(
                    Stream.ofNullable(item.put()).map(put -> put.conditionExpression()),
                    Stream.ofNullable(item.update()).map(update -> update.conditionExpression()),
                    Stream.ofNullable(item.delete()).map(delete -> delete.conditionExpression()),
                    Stream.ofNullable(item.conditionCheck())
                        .map(check -> check.conditionExpression()))
                .flatMap(condition -> condition)
                .forEach(conditions::add);
          }
        }
      }
    };
  }

  private static String title(List<String> row) {
    return row.get(0) + " " + row.get(1);
  }

  /** The rows of the table that has the given heading. */
  private static List<List<String>> rows(String heading) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(PAGE)) {
      if (!line.startsWith("|")) {
        inside = false;
      } else if (inside && !line.startsWith("| ---")) {
        rows.add(cells(line));
      } else if (cells(line).contains(heading)) {
        inside = true;
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    return Stream.of(line.substring(1, line.length() - 1).split("\\|")).map(String::strip).toList();
  }
}
