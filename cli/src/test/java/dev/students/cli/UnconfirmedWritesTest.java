package dev.students.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.cli.ScriptedDynamoDb.Step;
import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentTable;
import dev.students.data.XpAward;
import dev.students.local.LocalDynamoDb;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A write whose first response was lost may have taken effect, whatever later attempts return. */
class UnconfirmedWritesTest {

  private static final String TABLE = "students-test";
  private static final Step THROTTLED =
      Step.error(400, "ThrottlingException", "Rate of requests exceeds the allowed throughput.");

  private static LocalDynamoDb local;
  private static DynamoDbClient client;
  private static StudentStore store;
  private static ScriptedDynamoDb aws;

  @BeforeAll
  static void start() {
    local = LocalDynamoDb.inMemory();
    client = local.clientBuilder().build();
    client.createTable(StudentTable.createTableRequest(TABLE));
    store = StudentStore.create(client, TABLE);
    aws = new ScriptedDynamoDb(local.endpoint());
  }

  @AfterAll
  static void stop() {
    aws.close();
    client.close();
    local.close();
  }

  static Stream<Step> laterAnswers() {
    return Stream.of(
        THROTTLED,
        Step.error(500, "InternalServerError", "Try again."),
        Step.error(400, "TransactionInProgressException", "It is in progress."),
        Step.error(400, "ExpiredTokenException", "The security token has expired."),
        Step.error(400, "ValidationException", "Something else."),
        Step.LOSE_THE_REQUEST,
        new ScriptedDynamoDb.Answer(403, "text/html", "<html>sign in</html>"),
        new ScriptedDynamoDb.Answer(502, "text/html", "<html>bad gateway</html>"));
  }

  @ParameterizedTest
  @MethodSource("laterAnswers")
  void awardXp_repeatedAfterALostResponse_awardsOnce(Step later) {
    Student student = student();
    String[] command = {"award-xp", student.id().value(), "50"};
    aws.play("TransactWriteItems", List.of(Step.APPLY_AND_LOSE_THE_ANSWER, later));

    Run failed = students(command);
    Run failedAgain = students(command);
    aws.play("TransactWriteItems", List.of(Step.APPLY));
    Run repeated = students(command);

    assertThat(failed.exitCode()).isEqualTo(1);
    String option = option("--award-id", failed);
    assertThat(option("--award-id", failedAgain)).isEqualTo(option);
    assertThat(failedAgain.err())
        .contains("Repeating the award of ", option + ", so that it counts");
    assertThat(repeated.out())
        .isEqualTo("Nothing to do: award " + option + " was applied before.\n");
    assertThat(xp(student)).isEqualTo(50);

    assertThat(students(command).exitCode()).isZero();
    assertThat(xp(student)).isEqualTo(100);
  }

  @ParameterizedTest
  @MethodSource("laterAnswers")
  void awardXp_idGiven_isNamedInTheAdvice(Step later) {
    Student student = student();
    aws.play("TransactWriteItems", List.of(Step.APPLY_AND_LOSE_THE_ANSWER, later));

    Run failed =
        students("award-xp", student.id().value(), "50", "--award-id", "e-1", "--output", "json");

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .endsWith(
            "It may have taken effect all the same. Run it again with --award-id e-1: the award is"
                + " then applied once.\n");
    assertThat(failed.out()).contains("\"repeatWith\":[\"--award-id\",\"e-1\"]");
  }

  @ParameterizedTest
  @MethodSource("laterAnswers")
  void create_responseLost_namesTheId(Step later) {
    String email = UUID.randomUUID() + "@example.com";
    String[] command = {"create", "--first-name", "A", "--last-name", "L", "--email", email};
    aws.play("TransactWriteItems", List.of(Step.APPLY_AND_LOSE_THE_ANSWER, later));

    Run failed = students(command);
    aws.play("TransactWriteItems", List.of(Step.APPLY));
    String id = option("--id", failed);
    Run repeated = students(and(command, "--id", id));

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(repeated.exitCode()).as(repeated.err()).isZero();
    assertThat(store.findByEmail(EmailAddress.of(email)).map(found -> found.id().value()))
        .contains(id);
  }

  @Test
  void awardXp_everyAttemptRefused_saysThatNothingWasWritten() {
    Student student = student();
    aws.play("TransactWriteItems", List.of(THROTTLED));

    Run failed = students("award-xp", student.id().value(), "50", "--output", "json");

    assertThat(failed.err()).contains("throttles").doesNotContain("may have", "--award-id");
    assertThat(failed.out()).contains("\"kind\":\"throttled\"").doesNotContain("repeatWith");
  }

  @Test
  void awardXp_refusedAfterALostResponse_saysThatItMayTakeEffect() {
    Student student = student();
    aws.play("TransactWriteItems", List.of(Step.LOSE_THE_REQUEST, Step.APPLY));

    Run refused = students("award-xp", student.id().value(), "-50", "--award-id", "d-1");

    assertThat(refused.err())
        .contains(" has 0 XP, too few for -50", "Run it again with --award-id d-1");
  }

  @Test
  void erase_stoppedByAws_reportsWhatIsRemovedAndResumes() {
    Student student = student();
    for (int award = 0; award < 150; award++) {
      store.awardXp(student.id(), XpAward.of(dev.students.data.AwardId.random(), 1));
    }
    String id = student.id().value();
    String[] erase = {"erase", id, "--confirm", id, "--output", "json"};
    aws.play(
        "TransactWriteItems",
        List.of(
            Step.APPLY,
            Step.APPLY,
            Step.error(400, "ExpiredTokenException", "The security token has expired.")));

    Run stopped = students(erase);
    aws.play("TransactWriteItems", List.of(Step.APPLY));
    Run resumed = students(erase);

    Matcher removed = Pattern.compile("\"removedItems\":(\\d+),\"error\"").matcher(stopped.out());
    assertThat(removed.find()).as(stopped.out()).isTrue();
    assertThat(Integer.parseInt(removed.group(1))).isBetween(90, 101);
    assertThat(stopped.err())
        .contains(removed.group(1) + " items of " + id + " had been removed.")
        .endsWith("Run it again: it resumes where it stopped.\n");
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
  }

  @Test
  void truncate_stoppedByAws_reportsHowMuchIsDeleted() {
    String table = "truncated";
    client.createTable(StudentTable.createTableRequest(table));
    StudentStore there = StudentStore.create(client, table);
    for (int student = 0; student < 50; student++) {
      there.create(newStudent());
    }
    aws.play(
        "BatchWriteItem",
        List.of(
            Step.APPLY,
            Step.APPLY,
            Step.error(400, "AccessDeniedException", "Not authorized to perform it.")));

    Run stopped =
        on(table, "truncate", "--confirm", table, "--concurrency", "1", "--output", "json");

    assertThat(stopped.exitCode()).isEqualTo(1);
    assertThat(stopped.err()).contains("50 items had been deleted", "Run it again to resume.");
    assertThat(stopped.out())
        .contains("\"truncation\":{", "\"deleted\":50,", "\"kind\":\"access-denied\"");
  }

  private static Student student() {
    return store.create(newStudent());
  }

  private static NewStudent newStudent() {
    return NewStudent.of(
            PersonName.of("Ada"),
            PersonName.of("Lovelace"),
            EmailAddress.of(UUID.randomUUID() + "@example.com"))
        .withId(StudentId.random());
  }

  private static long xp(Student student) {
    return store.findById(student.id()).orElseThrow().xp();
  }

  private static String option(String name, Run failed) {
    Matcher option =
        Pattern.compile(" may have taken effect .*" + name + " ([^ :]+)").matcher(failed.err());
    assertThat(option.find()).as(failed.err()).isTrue();
    return option.group(1);
  }

  private static Run students(String... args) {
    return on(TABLE, args);
  }

  private static Run on(String table, String... args) {
    return Run.of(and(args, "--endpoint", aws.endpoint().toString(), "--table", table));
  }

  private static String[] and(String[] args, String... more) {
    return Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new);
  }
}
