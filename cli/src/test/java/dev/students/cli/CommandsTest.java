package dev.students.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.StudentTable;
import dev.students.local.LocalDynamoDb;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Tests every command on a table at an endpoint. Each test has its own student. */
class CommandsTest {

  private static final String TABLE = "students-test";
  private static LocalDynamoDb local;

  @BeforeAll
  static void start() {
    local = LocalDynamoDb.inMemory();
    try (DynamoDbClient client = local.clientBuilder().build()) {
      client.createTable(StudentTable.createTableRequest(TABLE));
    }
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  @Test
  void create_student_isPrintedInAlignedLines() {
    Run run =
        students(
            "create",
            "--id",
            "c-1",
            "--first-name",
            "José",
            "--last-name",
            "Иванов",
            "--email",
            "José@example.com");

    assertThat(timeless(run))
        .isEqualTo(
            new Run(
                0,
                """
                id          c-1
                first name  José
                last name   Иванов
                e-mail      José@example.com
                XP          0
                version     VERSION
                created     TIME
                updated     TIME
                """,
                whereItWorks()));
  }

  @Test
  void jsonOutput_everyCommand_hasTheSameShape() {
    create("j-1", "j1@example.com");
    String student =
        """
        {"command":"%s","target":"endpoint","outcome":"done","student":{"id":"j-1",\
        "firstName":"Ada","lastName":"%s","email":"j1@example.com","xp":%d,"version":VERSION,\
        "createdAt":"TIME","updatedAt":"TIME","deleted":%s,"deletedAt":%s}}
        """;

    assertThat(json("get", "j-1")).isEqualTo(student, "get", "Lovelace", 0, false, null);
    assertThat(json("find", "J1@EXAMPLE.com"))
        .isEqualTo(student, "find", "Lovelace", 0, false, null);
    assertThat(json("update", "j-1", "--last-name", "King"))
        .isEqualTo(student, "update", "King", 0, false, null);
    assertThat(json("award-xp", "j-1", "50", "--award-id", "a-1"))
        .isEqualTo(
            """
            {"command":"award-xp","target":"endpoint","outcome":"done","studentId":"j-1",\
            "award":{"id":"a-1","amount":50}}
            """);
    assertThat(json("award-xp", "j-1", "50", "--award-id", "a-1"))
        .isEqualTo(
            """
            {"command":"award-xp","target":"endpoint","outcome":"already-applied",\
            "studentId":"j-1","award":{"id":"a-1","amount":50}}
            """);
    assertThat(json("awards", "j-1"))
        .isEqualTo(
            """
            {"command":"awards","target":"endpoint","outcome":"done","studentId":"j-1",\
            "awards":[{"id":"a-1","amount":50,"awardedAt":"TIME"}]}
            """);
    assertThat(json("delete", "j-1")).isEqualTo(student, "delete", "King", 50, true, "\"TIME\"");
    assertThat(json("restore", "j-1")).isEqualTo(student, "restore", "King", 50, false, null);
    assertThat(json("erase", "j-1", "--confirm", "j-1"))
        .isEqualTo(
            """
            {"command":"erase","target":"endpoint","outcome":"done","studentId":"j-1","removedItems":3}
            """);
    assertThat(json("get", "j-1"))
        .isEqualTo(
            """
            {"command":"get","target":"endpoint","outcome":"not-found",\
            "error":{"kind":"student-not-found","message":"There is no student j-1. If it was\
             deleted, --include-deleted shows it."}}
            """);
  }

  @Test
  void get_deletedStudent_isFoundOnlyWithTheOption() {
    create("d-1", "d1@example.com");
    assertThat(students("delete", "d-1").exitCode()).isZero();

    assertThat(students("get", "d-1").exitCode()).isEqualTo(3);
    assertThat(students("find", "d1@example.com").exitCode()).isEqualTo(3);
    assertThat(timeless(students("get", "d-1", "--include-deleted")).out())
        .contains("deleted     TIME");
    assertThat(students("awards", "d-1").exitCode()).isEqualTo(3);
    assertThat(students("awards", "d-1", "--include-deleted").out()).isEqualTo("No awards.\n");
  }

  @Test
  void awardXp_negativeAmount_deductsXp() {
    create("x-1", "x1@example.com");
    assertThat(students("award-xp", "x-1", "50", "--award-id", "a").out())
        .isEqualTo("Awarded 50 XP to x-1 (award a).\n");

    assertThat(students("award-xp", "x-1", "-10", "--award-id", "b").out())
        .isEqualTo("Deducted 10 XP from x-1 (award b).\n");
    assertThat(students("award-xp", "x-1", "-10", "--award-id", "b").out())
        .isEqualTo("Nothing to do: award b was applied before.\n");
  }

  @Test
  void refusal_exitsWithOneAndAdvisesWhatToDo() {
    create("r-1", "r1@example.com");
    create("r-2", "r2@example.com");

    assertThat(
            Stream.of(
                refusal("update", "r-2", "--email", "R1@example.com"),
                refusal("update", "r-2", "--last-name", "King", "--expected-version", "9"),
                refusal("award-xp", "r-2", "-1", "--award-id", "a"),
                refusal(
                    "create",
                    "--id",
                    "r-1",
                    "--first-name",
                    "Eve",
                    "--last-name",
                    "Smith",
                    "--email",
                    "eve@example.com")))
        .containsExactly(
            "students: Another student has this e-mail address: use another one, or free it by"
                + " changing or deleting that student.",
            "students: Student r-2 is at version VERSION, not at the expected 9: read it again and"
                + " repeat the change.",
            "students: Student r-2 has 0 XP, too few for -1: deduct at most 0.",
            "students: Student r-1 already exists and was created with different content: choose"
                + " another id.");
  }

  @Test
  void anyCommand_unknownId_exitsWithThree() {
    assertThat(Stream.of("get", "delete", "restore", "awards").map(c -> students(c, "nobody")))
        .allSatisfy(run -> assertThat(run.exitCode()).isEqualTo(3))
        .allSatisfy(run -> assertThat(run.out()).isEmpty());
    assertThat(students("update", "nobody", "--last-name", "X").exitCode()).isEqualTo(3);
    assertThat(students("award-xp", "nobody", "5").exitCode()).isEqualTo(3);
  }

  @Test
  void unknownId_anyCommand_adviceFitsTheCommand() {
    assertThat(
            Stream.of("restore", "delete", "update", "award-xp", "awards")
                .map(
                    command ->
                        switch (command) {
                          case "update" -> students(command, "nobody", "--last-name", "X");
                          case "award-xp" -> students(command, "nobody", "5");
                          default -> students(command, "nobody");
                        })
                .map(run -> run.err().replace(whereItWorks(), "").strip()))
        .containsExactly(
            "students: There is no student nobody.",
            "students: There is no student nobody.",
            "students: There is no student nobody. If it was deleted, restore it first: students"
                + " restore nobody.",
            "students: There is no student nobody. If it was deleted, restore it first: students"
                + " restore nobody.",
            "students: There is no student nobody. If it was deleted, --include-deleted lists its"
                + " awards.");
  }

  @Test
  void erase_idNotConfirmed_changesNothing() {
    create("e-1", "e1@example.com");

    assertThat(students("erase", "e-1").exitCode()).isEqualTo(1);
    assertThat(students("erase", "e-1", "--confirm", "e-2").exitCode()).isEqualTo(1);
    assertThat(answering("yes\n", "erase", "e-1").exitCode()).isEqualTo(1);
    assertThat(answering("", "erase", "e-1").exitCode()).isEqualTo(1);
    assertThat(students("get", "e-1").exitCode()).isZero();

    assertThat(answering("e-1\n", "erase", "e-1").out()).isEqualTo("Nothing of e-1 is left.\n");
    assertThat(students("get", "e-1", "--include-deleted").exitCode()).isEqualTo(3);
  }

  @Test
  void truncate_tableNotConfirmed_changesNothing() {
    String table = "truncated";
    try (DynamoDbClient client = local.clientBuilder().build()) {
      client.createTable(StudentTable.createTableRequest(table));
    }
    assertThat(
            on(
                    table,
                    "create",
                    "--id",
                    "t-1",
                    "--first-name",
                    "Ada",
                    "--last-name",
                    "L",
                    "--email",
                    "t@example.com")
                .exitCode())
        .isZero();

    assertThat(on(table, "truncate").exitCode()).isEqualTo(1);
    assertThat(on(table, "truncate", "--confirm", "Truncated").exitCode()).isEqualTo(1);
    assertThat(on(table, "truncate", "--dry-run").out())
        .contains("items         2, ", "Nothing was deleted.");
    assertThat(on(table, "get", "t-1").exitCode()).isZero();

    assertThat(on(table, "truncate", "--confirm", table).out())
        .startsWith("Deleted 2 items in ")
        .endsWith("The table truncated is empty.\n");
    assertThat(on(table, "get", "t-1").exitCode()).isEqualTo(3);
  }

  @Test
  void table_wrongShape_isReportedAsTheCause() {
    String table = "another-shape";
    try (DynamoDbClient client = local.clientBuilder().build()) {
      client.createTable(
          request ->
              request
                  .tableName(table)
                  .keySchema(
                      KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build())
                  .attributeDefinitions(
                      AttributeDefinition.builder()
                          .attributeName("id")
                          .attributeType(ScalarAttributeType.S)
                          .build())
                  .billingMode(BillingMode.PAY_PER_REQUEST));
    }

    assertThat(
            Stream.of(
                on(table, "get", "s-1"),
                on(table, "update", "s-1", "--last-name", "King"),
                on(table, "award-xp", "s-1", "5"),
                on(table, "erase", "s-1", "--confirm", "s-1")))
        .allSatisfy(run -> assertThat(run.exitCode()).isEqualTo(1))
        .allSatisfy(
            run ->
                assertThat(run.err())
                    .contains(" does not have the keys and indexes that students need"));
  }

  @Test
  void table_missing_isReportedAsTheCause() {
    Run run = on("nowhere", "get", "s-1");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .endsWith(
            "students: There is no such table at %s. Check its name and AWS_REGION, or create the"
                    .formatted(local.endpoint())
                + " table (npx cdk deploy).\n");
  }

  @Test
  void message_anyCommand_containsNoPersonalData() {
    create("p-1", "secret@example.com");

    assertThat(
            Stream.of(
                students("find", "Secret.Person@example.com"),
                students("create", "--first-name", "Secret", "--last-name", "Secret", "Secret"),
                students(
                    "create",
                    "--first-name",
                    "Secret",
                    "--last-name",
                    "Secret",
                    "--email",
                    "Secret"),
                students(
                    "create",
                    "--first-name",
                    "Secret",
                    "--last-name",
                    "Secret",
                    "--email",
                    "SECRET@example.com",
                    "--verbose"),
                students("Secret")))
        .allSatisfy(run -> assertThat(run.exitCode()).isNotZero())
        .allSatisfy(run -> assertThat(run.out() + run.err()).doesNotContainIgnoringCase("secret"));
  }

  private static void create(String id, String email) {
    Run run =
        students(
            "create",
            "--id",
            id,
            "--first-name",
            "Ada",
            "--last-name",
            "Lovelace",
            "--email",
            email);
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private static Run students(String... args) {
    return on(TABLE, args);
  }

  private static Run on(String table, String... args) {
    return Run.of(at(table, args));
  }

  private static Run answering(String input, String... args) {
    return Run.answering(input, at(TABLE, args));
  }

  private static String[] at(String table, String... args) {
    return and(args, "--endpoint", local.endpoint().toString(), "--table", table);
  }

  private static String[] and(String[] args, String... more) {
    return Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new);
  }

  private static String json(String... args) {
    return timeless(students(and(args, "--output", "json"))).out();
  }

  private static String refusal(String... args) {
    Run run = students(args);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    return withoutVersion(run.err().replace(whereItWorks(), "").strip());
  }

  private static String whereItWorks() {
    return "students: endpoint %s, table %s\n".formatted(local.endpoint(), TABLE);
  }

  private static Run timeless(Run run) {
    String out = withoutVersion(run.out()).replaceAll("2[0-9-]{9}T[0-9:.]+Z", "TIME");
    return new Run(run.exitCode(), out, run.err());
  }

  /** Versions start at a random number. */
  private static String withoutVersion(String text) {
    return text.replaceAll("[0-9]{16}", "VERSION");
  }
}
