package dev.students.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.cli.ScriptedDynamoDb.Step;
import dev.students.data.StudentId;
import dev.students.operations.StudentListing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListCommandTest {

  @Test
  void list_namesInSeveralScripts_areAlignedByDisplayWidth() {
    try (OperatorsTable table = new OperatorsTable()) {
      table.create("li", "李", "小龙", "li@example.com");
      table.create("jose-1", "José", "Díaz", "jose@example.com");
      table.award("jose-1", "essay", 1250);

      Run run = table.run("list");

      assertThat(run.exitCode()).isZero();
      assertThat(run.err()).isEqualTo(table.where());
      assertThat(run.out().lines())
          .containsExactlyInAnyOrder(
              "li      李 小龙    li@example.com       0 XP",
              "jose-1  José Díaz  jose@example.com  1250 XP");
    }
  }

  @Test
  void list_narrowTerminal_printsThreeLinesPerStudent() {
    try (OperatorsTable table = new OperatorsTable()) {
      table.create("s-1", "Ada", "Lovelace", "ada.lovelace@example.com");

      Run run = Run.atColumns(40, table.at("list"));

      assertThat(run.out()).isEqualTo("s-1  0 XP\n  Ada Lovelace\n  ada.lovelace@example.com\n");
    }
  }

  @Test
  void list_withLimit_saysHowToContinueUntilAllStudentsAreListedOnce() {
    try (OperatorsTable table = new OperatorsTable()) {
      for (int i = 0; i < 7; i++) {
        table.create("s-" + i, "Ada", "Lovelace", i + "@example.com");
      }
      List<String> all = table.run("list", "--all").out().lines().toList();
      List<String> listed = new ArrayList<>();
      Run page = table.run("list", "--limit", "3");
      Matcher more = Pattern.compile("add --after (\\S+), or --all\\.").matcher(page.err());
      while (more.find()) {
        listed.addAll(page.out().lines().toList());
        page = table.run("list", "--limit", "3", "--after", more.group(1));
        more = Pattern.compile("add --after (\\S+), or --all\\.").matcher(page.err());
      }
      listed.addAll(page.out().lines().toList());

      assertThat(all).hasSize(7);
      assertThat(listed).isEqualTo(all);
    }
  }

  @Test
  void list_deletedStudent_isListedOnlyWithTheOption() {
    try (OperatorsTable table = new OperatorsTable()) {
      table.create("s-1", "Ada", "Lovelace", "ada@example.com");
      table.store.softDelete(StudentId.of("s-1"));

      assertThat(table.run("list").out()).isEqualTo("No students.\n");
      assertThat(table.run("list", "--deleted").out())
          .isEqualTo("s-1  Ada Lovelace  ada@example.com  0 XP  deleted\n");
    }
  }

  @Test
  void list_jsonOutput_isOnePageAndTheTokenOfTheNext() {
    try (OperatorsTable table = new OperatorsTable()) {
      table.create("s-1", "Ada", "Lovelace", "ada@example.com");
      table.create("s-2", "Bob", "Brown", "bob@example.com");

      String one = table.run("list", "--limit", "1", "--output", "json").out();
      String lines = table.run("list", "--output", "jsonl").out();

      assertThat(one)
          .startsWith("{\"command\":\"list\",\"target\":\"endpoint\",\"outcome\":\"done\",")
          .containsOnlyOnce("\"firstName\"")
          .containsPattern("\"unreadable\":\\[],\"next\":\"s-[12]\"}\n$");
      assertThat(lines.lines())
          .hasSize(2)
          .allMatch(line -> line.matches("\\{\"id\":\"s-[12]\",.*\"deletedAt\":null}"));
    }
  }

  @Test
  void list_malformedStudent_isSkippedAndReported() {
    try (OperatorsTable table = new OperatorsTable()) {
      table.put("student#odd", "student#odd", Map.of("firstName", OperatorsTable.s("Secret")));

      Run run = table.run("list");

      assertThat(run)
          .isEqualTo(
              new Run(
                  4,
                  "No students.\n",
                  table.where()
                      + "students: student#odd is left out because it is malformed"
                      + " (see students check).\n"));
    }
  }

  @Test
  void list_malformedStudentInJson_isIncompleteAndNamesTheKey() {
    try (OperatorsTable table = new OperatorsTable()) {
      table.create("s-1", "Ada", "Lovelace", "ada@example.com");
      table.put("student#odd", "student#odd", Map.of("firstName", OperatorsTable.s("Secret")));

      Run json = table.run("list", "--output", "json");
      Run lines = table.run("list", "--output", "jsonl");

      assertThat(json.exitCode()).isEqualTo(4);
      assertThat(json.out())
          .startsWith(
              "{\"command\":\"list\",\"target\":\"endpoint\",\"outcome\":\"incomplete\","
                  + "\"students\":[{\"id\":\"s-1\"")
          .endsWith("\"unreadable\":[\"student#odd\"],\"next\":null}\n");
      assertThat(lines.exitCode()).isEqualTo(4);
      assertThat(lines.err()).contains("student#odd is left out");
    }
  }

  @Test
  void list_outputPipeClosed_isNotAnError() {
    try (OperatorsTable table = new OperatorsTable()) {
      table.create("s-1", "Ada", "Lovelace", "ada@example.com");

      assertThat(Run.readByOneWhoGoes(table.at("list"))).isEqualTo(new Run(0, "", table.where()));
      assertThat(Run.readByOneWhoGoes(table.at("list", "--output", "jsonl")).exitCode()).isZero();
    }
  }

  @Test
  void list_outputPipeClosedAfterAPage_readsNoFurther() {
    String students =
        IntStream.rangeClosed(0, StudentListing.LARGEST_PAGE)
            .mapToObj(ListCommandTest::json)
            .collect(Collectors.joining(","));
    String page =
        "{\"Items\":["
            + students
            + "],\"LastEvaluatedKey\":{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"a\"}}}";
    try (ScriptedDynamoDb dynamoDb = new ScriptedDynamoDb(OperatorsTable.ENDPOINT)) {
      dynamoDb.play(
          "Scan",
          List.of(
              new ScriptedDynamoDb.Answer(200, "application/x-amz-json-1.0", page),
              Step.error(400, "ValidationException", "It reads further.")));
      String endpoint = dynamoDb.endpoint().toString();

      assertThat(
              Run.readByOneWhoGoes("list", "--all", "--endpoint", endpoint, "--table", "students"))
          .isEqualTo(new Run(0, "", "students: endpoint " + endpoint + ", table students\n"));
    }
  }

  private static String json(int number) {
    return """
    {"pk":{"S":"student#%1$d"},"sk":{"S":"student#%1$d"},"entityType":{"S":"student"},\
    "firstName":{"S":"Ada"},"lastName":{"S":"Lovelace"},"xp":{"N":"0"},\
    "gsi1_pk":{"S":"%1$d@x.example"},"gsi1_sk":{"S":"student#%1$d"}}\
    """
        .formatted(number);
  }
}
