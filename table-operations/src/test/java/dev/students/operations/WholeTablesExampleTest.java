package dev.students.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Compiles and runs the example of docs/whole-tables.md, which contains it literally. */
class WholeTablesExampleTest {

  @Test
  void example_runOnTable_exportsAndImports(@TempDir Path folder) throws IOException {
    try (TestTable table = new TestTable()) {
      table.create("ada", "ada@x.example");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      InputStream in =
          new ByteArrayInputStream(
              "id;firstName;lastName;email\nbob;Bob;;b@x\n".getBytes(StandardCharsets.UTF_8));
      Path rejections = folder.resolve("students.csv.rejected");

      example(TestTable.CLIENT, table.name, out, in, rejections);

      assertThat(out.toString(StandardCharsets.UTF_8)).contains("ada,Ada,Lovelace");
      assertThat(Files.readString(rejections)).contains("bob;Bob;;b@x");
    }
  }

  private static void example(
      DynamoDbClient dynamoDb, String students, OutputStream out, InputStream in, Path rejections) {
    // Example: begin
    TableReader table = TableReader.create(dynamoDb, students);
    TableCheck check = TableCheck.of(table);

    CheckResult result = check.run(finding -> System.out.println(finding));
    TableRepair.of(table, check).dryRun().run(told -> System.out.println(told));

    StudentExport.of(table, RecordFormat.CSV).withAwards().run(out);

    try (RejectionFile rejected = new RejectionFile(rejections, line -> {})) {
      StudentImport.builder(dynamoDb, students).separator(';').build().run(in, rejected);
    }
    // Example: end
    assertThat(result.isSound()).isTrue();
  }

  @Test
  void page_containsThisExample() throws IOException {
    List<String> lines =
        Files.readAllLines(
            Path.of("src/test/java/dev/students/operations/WholeTablesExampleTest.java"));
    String code =
        String.join(
            "\n",
            lines
                .subList(
                    lines.indexOf("    // Example: begin") + 1,
                    lines.indexOf("    // Example: end"))
                .stream()
                .map(line -> line.replaceFirst("^ {4}", ""))
                .toList());

    assertThat(Files.readString(Path.of("../docs/whole-tables.md")))
        .contains("```java\n" + code + "\n```");
  }
}
