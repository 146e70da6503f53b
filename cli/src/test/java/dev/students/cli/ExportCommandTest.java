package dev.students.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.StudentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

  private final Path folder;

  ExportCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void export_toFile_writesCsvReadableByItsOwnerOnly() throws IOException {
    try (OperatorsTable table = new OperatorsTable()) {
      table.create("s-1", "Ada", "Lovelace, Countess", "ada@example.com");
      table.award("s-1", "essay", 50);
      Path file = folder.resolve("students.csv");

      Run run = table.run("export", "--to", file.toString(), "--with-awards");

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out())
          .matches(
              "Exported 1 student and 1 award in [0-9.]+ s \\([0-9,]+/s\\) to %s\\.\n"
                  .formatted(file));
      assertThat(file)
          .hasContent(
              """
              id,firstName,lastName,email,xp,openingXp,awardId,amount\r
              s-1,Ada,"Lovelace, Countess",ada@example.com,50,0,,\r
              s-1,,,,,,essay,50\r
              """);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(folder.toFile().list()).containsExactly("students.csv");
    }
  }

  @Test
  void export_toStandardOutput_printsNothingElseThere() {
    try (OperatorsTable table = new OperatorsTable()) {
      table.create("s-1", "Ada", "Lovelace", "ada@example.com");

      Run run = table.run("export", "--to", "-", "--format", "jsonl");

      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .isEqualTo(
              "{\"id\":\"s-1\",\"firstName\":\"Ada\",\"lastName\":\"Lovelace\","
                  + "\"email\":\"ada@example.com\",\"xp\":0}\n");
      assertThat(run.err()).startsWith(table.where() + "students: Exported 1 student in ");
    }
  }

  @Test
  void export_deletedStudent_isIncludedOnlyWithTheOption() {
    try (OperatorsTable table = new OperatorsTable()) {
      table.create("s-1", "Ada", "Lovelace", "ada@example.com");
      table.store.softDelete(StudentId.of("s-1"));

      assertThat(table.run("export", "--to", "-").out())
          .isEqualTo("id,firstName,lastName,email,xp\r\n");
      assertThat(table.run("export", "--to", "-", "--deleted").out())
          .endsWith("s-1,Ada,Lovelace,ada@example.com,0,true\r\n");
    }
  }

  @Test
  void export_malformedStudent_exitsWithFourAndPrintsItsKey() throws IOException {
    try (OperatorsTable table = new OperatorsTable()) {
      table.put("student#odd", "student#odd", Map.of("firstName", OperatorsTable.s("Secret")));
      Path file = folder.resolve("students.JSONL");

      Run run = table.run("export", "--to", file.toString());

      assertThat(run.exitCode()).isEqualTo(4);
      assertThat(run.out())
          .endsWith(
              """
              Left out: 1 malformed item; students check says why:
                student#odd
              """);
      assertThat(file).isEmptyFile();
      assertThat(table.run("export", "--to", file.toString(), "--output", "json").out())
          .contains(
              "\"outcome\":\"incomplete\"", "\"leftOut\":1,\"firstLeftOut\":[\"student#odd\"]");
    }
  }

  @Test
  void export_oneStudent_isOneDocumentOfAllStoredData() {
    try (OperatorsTable table = new OperatorsTable()) {
      table.create("s-1", "Ada", "Lovelace", "ada@example.com");
      table.award("s-1", "essay", 50);

      Run run = table.run("export", "--to", "-", "--id", "s-1");

      assertThat(run.exitCode()).isZero();
      assertThat(run.out().replaceAll("\\s+", " "))
          .startsWith("{ \"studentId\" : \"s-1\", \"student\" : { ")
          .contains(
              "\"sk\" : \"award#essay\"",
              "\"pk\" : \"email#ada@example.com\"",
              "\"other\" : [ ] }");
    }
  }

  @Test
  void export_unknownStudent_exitsWithThreeAndKeepsTheExistingFile() throws IOException {
    try (OperatorsTable table = new OperatorsTable()) {
      Path file = Files.writeString(folder.resolve("s-1.json"), "of yesterday");

      Run run = table.run("export", "--to", file.toString(), "--id", "s-1");

      assertThat(run)
          .isEqualTo(
              new Run(3, "", table.where() + "students: Nothing is stored under the id s-1.\n"));
      assertThat(file).hasContent("of yesterday");
      assertThat(folder.toFile().list()).containsExactly("s-1.json");
    }
  }

  @Test
  void export_twoResultsOnStandardOutput_isRefused() {
    Run run = Run.of("export", "--to", "-", "--output", "jsonl");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("students: --to - writes students to standard output: ");
  }

  @Test
  void export_folderMissing_isReported() {
    try (OperatorsTable table = new OperatorsTable()) {
      Path file = folder.resolve("nowhere").resolve("students.csv");

      Run run = table.run("export", "--to", file.toString());

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err())
          .startsWith(table.where() + "students: There is no file or folder " + folder)
          .doesNotContain("\tat ", "defect");
    }
  }

  @Test
  void export_outputPipeClosed_isNotAnError() {
    try (OperatorsTable table = new OperatorsTable()) {
      table.create("s-1", "Ada", "Lovelace", "ada@example.com");

      assertThat(Run.readByOneWhoGoes(table.at("export", "--to", "-")))
          .isEqualTo(new Run(0, "", table.where()));
    }
  }

  @Test
  void export_fromAnS3Export_needsNoTable() throws IOException {
    ExportedItems.write(
        folder,
        "{\"Item\":{\"pk\":{\"S\":\"student#s-1\"},\"sk\":{\"S\":\"student#s-1\"},"
            + "\"gsi1_pk\":{\"S\":\"ada@example.com\"},\"gsi1_sk\":{\"S\":\"student#s-1\"},"
            + "\"firstName\":{\"S\":\"Ada\"},\"lastName\":{\"S\":\"Lovelace\"},\"xp\":{\"N\":\"7\"},"
            + "\"entityType\":{\"S\":\"student\"}}}");

    Run run = Run.of("export", "--to", "-", "--from-export", folder.toString());

    assertThat(run.out())
        .isEqualTo("id,firstName,lastName,email,xp\r\ns-1,Ada,Lovelace,ada@example.com,7\r\n");
    assertThat(run.err())
        .startsWith(
            "students: export of a table, folder %s\nstudents: Exported 1 ".formatted(folder));
    Run checked = Run.of("check", "--from-export", folder.toString(), "--output", "jsonl");
    assertThat(checked.exitCode()).isEqualTo(4);
    assertThat(checked.out())
        .startsWith("{\"kind\":\"student-without-reservation\",")
        .endsWith(
            "{\"command\":\"check\",\"target\":\"export\",\"outcome\":\"broken\",\"check\":"
                + "{\"items\":1,\"sound\":false,\"found\":{\"student-without-reservation\":1}}}\n");
  }

  @Test
  void export_folderWithoutAnExport_isReported() {
    Run run = Run.of("check", "--from-export", folder.toString(), "--output", "json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("\"kind\":\"not-an-export\"");
    assertThat(run.err()).contains("There is no full export in the folder");
  }

  @Test
  void export_terminal_showsTheRate() {
    try (OperatorsTable table = new OperatorsTable()) {
      table.create("s-1", "Ada", "Lovelace", "ada@example.com");

      Run run = Run.atColumns(80, table.at("export", "--to", folder.resolve("x.csv").toString()));

      assertThat(run.err()).containsPattern("\rExporting 2 items, [0-9,]+/s, 100 %, 0:00 left");
    }
  }

  @Test
  void export_intoAPipe_leavesTheTerminalToItsReader() {
    try (OperatorsTable table = new OperatorsTable()) {
      table.create("s-1", "Ada", "Lovelace", "ada@example.com");

      Run toReader = Run.piped(table.at("export", "--to", "-"));
      Run toFile = Run.piped(table.at("export", "--to", folder.resolve("x.csv").toString()));

      assertThat(toReader.err()).doesNotContain("\r");
      assertThat(toFile.err()).contains("\rExporting 2 items");
    }
  }
}
