package dev.students.cli;

import static dev.students.cli.OperatorsTable.s;
import static org.assertj.core.api.Assertions.assertThat;

import dev.students.cli.ScriptedDynamoDb.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CheckCommandTest {

  @Test
  void check_consistentTable_reportsNoFindings() {
    try (OperatorsTable table = new OperatorsTable()) {
      table.create("s-1", "Ada", "Lovelace", "ada@example.com");
      table.put("course#1", "course#1", Map.of("title", s("Sailing")));

      assertThat(table.run("check"))
          .isEqualTo(
              new Run(
                  0,
                  """
                  unknown-item                 course#…
                  Read 3 items: the table is consistent.
                         1  unknown-item: nothing, when another program keeps it here on purpose
                  """,
                  table.where()));
    }
  }

  @Test
  void check_inconsistentTable_exitsWithFourAndPrintsKindsAndKeysOnly() {
    try (OperatorsTable table = broken()) {
      Run run = table.run("check");

      assertThat(run.exitCode()).isEqualTo(4);
      assertThat(run.err()).isEqualTo(table.where());
      assertThat(run.out().lines().filter(line -> line.matches("[a-z].*#.*")))
          .containsExactlyInAnyOrder(
              "student-without-reservation  student#old",
              "reservation-without-student  email#…; student gone",
              "shared-address               student#twin-a; students twin-a, twin-b",
              "phantom                      student#ghost",
              "malformed-item               student#odd; attribute xp is not a number");
      assertThat(run.out())
          .endsWith(
              """
              Read 6 items: the table is inconsistent.
                     1  student-without-reservation: claim the address for the student
                     1  reservation-without-student: remove the reservation
                     1  shared-address: give all but one of the students an address of its own, or delete them
                     1  phantom: find out who writes to that id, then erase it
                     1  malformed-item: correct the attribute in the table (delete the item if it is pk), or erase the id if nobody created it
              check --repair repairs 2 of them; left for a person: 3.
              """);
    }
  }

  @Test
  void check_violations_saysWhoRepairsThem() {
    try (OperatorsTable table = new OperatorsTable()) {
      table.putLegacy("old", "old@example.com");
      assertThat(table.run("check").out()).endsWith("\ncheck --repair repairs all of them.\n");
    }
    try (OperatorsTable table = new OperatorsTable()) {
      table.put("student#ghost", "student#ghost", Map.of("xp", AttributeValue.fromN("5")));
      assertThat(table.run("check").out()).endsWith("\nEach needs a person.\n");
    }
  }

  @Test
  void check_terminal_fitsItsWidth() {
    try (OperatorsTable table = broken()) {
      Run wide = Run.atColumns(80, table.at("check"));
      Run narrow = Run.atColumns(40, table.at("check"));

      assertThat(wide.out().lines()).allMatch(line -> line.length() <= 80);
      assertThat(narrow.out().lines()).allMatch(line -> line.length() <= 40);
      assertThat(narrow.out())
          .contains("shared-address\n  student#twin-a; students twin-a,\n  twin-b\n");
      assertThat(narrow.err()).contains("\rChecking 6 items");
    }
  }

  @Test
  void check_jsonOutput_hasTheSameFindings() {
    try (OperatorsTable table = new OperatorsTable()) {
      table.putLegacy("old", "Secret@example.com");
      String finding =
          "{\"kind\":\"student-without-reservation\",\"broken\":true,\"key\":\"student#old\","
              + "\"students\":[\"old\"],\"advice\":\"claim the address for the student\"}";
      String summary =
          "{\"command\":\"check\",\"target\":\"endpoint\",\"outcome\":\"broken\",\"check\":"
              + "{\"items\":1,\"sound\":false,\"found\":{\"student-without-reservation\":1}}";

      assertThat(table.run("check", "--output", "jsonl"))
          .isEqualTo(new Run(4, finding + "\n" + summary + "}\n", table.where()));
      assertThat(table.run("check", "--output", "json").out())
          .isEqualTo(summary + ",\"findings\":[" + finding + "],\"findingsLeftOut\":0}\n");
    }
  }

  @Test
  void repair_dryRun_writesNothing() {
    try (OperatorsTable table = broken()) {
      var items = table.items();

      Run run = table.run("check", "--repair", "--dry-run");

      assertThat(run.exitCode()).isEqualTo(4);
      assertThat(run.out())
          .contains("would-be-repaired  student-without-reservation  student#old\n")
          .endsWith("Would repair 2; nothing was written.\nLeft for a person: 3.\n");
      assertThat(table.items()).isEqualTo(items);
    }
  }

  @Test
  void repair_runTwice_leavesWhatNeedsAPersonAndChangesNothingMore() {
    try (OperatorsTable table = broken()) {
      Run run = table.run("check", "--repair");

      assertThat(run.exitCode()).isEqualTo(4);
      assertThat(run.out())
          .contains(
              "repaired           student-without-reservation  student#old\n",
              "needs-a-person     phantom                      student#ghost; find out who writes"
                  + " to that id, then erase it\n")
          .endsWith("Repaired 2.\nLeft for a person: 3.\n");
      var items = table.items();
      assertThat(table.run("check", "--repair").out()).endsWith("\nLeft for a person: 3.\n");
      assertThat(table.items()).isEqualTo(items);
    }
  }

  @Test
  void repair_repairableTable_exitsWithZero() {
    try (OperatorsTable table = new OperatorsTable()) {
      table.putLegacy("old", "old@example.com");

      assertThat(table.run("check", "--repair").exitCode()).isZero();
      assertThat(table.run("check").exitCode()).isZero();
    }
  }

  @Test
  void check_outputPipeClosed_isNotAnError() {
    try (OperatorsTable table = broken()) {
      Run run = Run.readByOneWhoGoes(table.at("check", "--output", "jsonl"));

      assertThat(run).isEqualTo(new Run(4, "", table.where()));
    }
  }

  @Test
  void check_outputPipeClosedAfterAPage_readsNoFurther() {
    String items =
        IntStream.range(0, 250)
            .mapToObj("{\"pk\":{\"S\":\"course#%1$d\"},\"sk\":{\"S\":\"course#%1$d\"}}"::formatted)
            .collect(Collectors.joining(","));
    String key = "{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"a\"}}";
    try (OperatorsTable table = new OperatorsTable();
        ScriptedDynamoDb dynamoDb = new ScriptedDynamoDb(OperatorsTable.ENDPOINT)) {
      dynamoDb.play(
          "Scan",
          List.of(
              new ScriptedDynamoDb.Answer(
                  200,
                  "application/x-amz-json-1.0",
                  "{\"Items\":[" + items + "],\"LastEvaluatedKey\":" + key + "}"),
              Step.error(400, "ValidationException", "It reads further.")));
      String endpoint = dynamoDb.endpoint().toString();

      Run run = Run.readByOneWhoGoes("check", "--endpoint", endpoint, "--table", table.name);

      assertThat(run)
          .isEqualTo(
              new Run(0, "", "students: endpoint %s, table %s\n".formatted(endpoint, table.name)));
    }
  }

  private static OperatorsTable broken() {
    OperatorsTable table = new OperatorsTable();
    table.putLegacy("old", "old@example.com");
    table.put("email#left@example.com", "email#left@example.com", Map.of("studentId", s("gone")));
    table.putLegacy("twin-a", "twin@example.com");
    table.putLegacy("twin-b", "Twin@example.com");
    table.put("student#ghost", "student#ghost", Map.of("xp", AttributeValue.fromN("5")));
    table.put(
        "student#odd",
        "student#odd",
        Map.of(
            "firstName", s("A"), "lastName", s("B"), "email", s("odd@example.com"), "xp", s("7")));
    return table;
  }
}
