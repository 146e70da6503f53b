package dev.students.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

  private static final String CLASS =
      """
      Nr;Vorname;Nachname;E-Mail;Notiz
      1;Jörg;Müller;joerg@example.com;"zwei
      Zeilen"
      2;Bob;;bob@example.com;
      3;Cid;Clark;joerg@EXAMPLE.com;
      4;Dan;Secret;dan@example.com;\
      """;
  private static final String[] TOLD = {
    "--separator",
    ";",
    "--charset",
    "windows-1252",
    "--id-from",
    "Nr",
    "--column",
    "firstName=Vorname",
    "--column",
    "lastName=Nachname",
    "--column",
    "email=E-Mail"
  };

  private final Path folder;

  ImportCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void import_anyFormat_importsValidLinesAndReportsInvalidOnes() throws IOException {
    try (OperatorsTable table = new OperatorsTable()) {
      Path file = write("class.csv", CLASS);
      Path rejected = folder.resolve("class.csv.rejected");

      Run run = table.run(command(file, TOLD));

      assertThat(run.exitCode()).isEqualTo(4);
      assertThat(run.err()).isEqualTo(table.where());
      assertThat(run.out().replaceAll("[0-9.]+ s \\([0-9,]+/s\\)", "TIME"))
          .isEqualTo(
              """
              line 4: lastName must not be blank
              line 5: email is another student's
              line 6: must end with a line break, otherwise it may be truncated
              Read 4 lines in TIME.
              created                       1
              already there                 0
              refused                       3
                cut                         1
                invalid-value               1
                email-taken                 1
              The refused lines are in %s, unchanged: correct them there and import that file.
              If the file is complete, --trust-end imports its last line.
              Ignored: column 5.
              """
                  .formatted(rejected));
      assertThat(Files.readString(rejected, Charset.forName("windows-1252")))
          .isEqualTo(
              """
              Nr;Vorname;Nachname;E-Mail;Notiz
              2;Bob;;bob@example.com;
              3;Cid;Clark;joerg@EXAMPLE.com;
              4;Dan;Secret;dan@example.com;
              """);
    }
  }

  @Test
  void import_sameFileAgain_importsOnlyTheTrustedLastLine() throws IOException {
    try (OperatorsTable table = new OperatorsTable()) {
      Path file = write("class.csv", CLASS);
      assertThat(table.run(command(file, TOLD)).exitCode()).isEqualTo(4);
      var items = table.items();

      Run again = table.run(and(command(file, TOLD), "--output", "json"));
      assertThat(table.items()).isEqualTo(items);
      Run trusted = table.run(and(command(file, TOLD), "--trust-end", "--output", "jsonl"));

      assertThat(again.out().replaceAll("\"seconds\":[0-9.E-]+", "\"seconds\":TIME"))
          .isEqualTo(
              ("{\"command\":\"import\",\"target\":\"endpoint\",\"outcome\":\"incomplete\",\"import\":"
                      + "{\"lines\":4,\"blank\":0,\"created\":0,\"alreadyThere\":1,\"awardsApplied\":0,"
                      + "\"awardsAlreadyApplied\":0,\"deleted\":0,\"refused\":{\"cut\":1,"
                      + "\"invalid-value\":1,\"email-taken\":1},\"ignoredColumns\":[5],"
                      + "\"rejectedFile\":\"%s.rejected\",\"seconds\":TIME},\"refusals\":["
                      + "{\"line\":4,\"reason\":\"invalid-value\",\"field\":\"lastName\","
                      + "\"rule\":\"must not be blank\"},{\"line\":5,\"reason\":\"email-taken\","
                      + "\"field\":\"email\",\"rule\":\"is another student's\"},{\"line\":6,"
                      + "\"reason\":\"cut\",\"field\":\"line\",\"rule\":\"must end with a line"
                      + " break, otherwise it may be truncated\"}],\"refusalsLeftOut\":0}\n")
                  .formatted(file));
      assertThat(trusted.out().lines()).hasSize(3).last().asString().contains("\"created\":1");
    }
  }

  @Test
  void import_exportedFile_recreatesTheSameStudents() throws IOException {
    try (OperatorsTable table = new OperatorsTable();
        OperatorsTable copy = new OperatorsTable()) {
      table.create("s-1", "Ada", "Lovelace", "ada@example.com");
      table.award("s-1", "essay", 50);
      Path file = folder.resolve("students.jsonl");
      assertThat(table.run("export", "--to", file.toString(), "--with-awards").exitCode()).isZero();

      Run run = copy.run("import", file.toString());

      assertThat(run.exitCode()).as(run.out()).isZero();
      assertThat(run.out()).contains("awards applied                1\n");
      assertThat(folder.resolve("students.jsonl.rejected")).doesNotExist();
      assertThat(copy.run("export", "--to", "-", "--format", "jsonl", "--with-awards").out())
          .isEqualTo(Files.readString(file));
    }
  }

  @Test
  void import_headerDiffersFromOptions_exitsWithTwoAndWritesNothing() throws IOException {
    try (OperatorsTable table = new OperatorsTable()) {
      Run run = table.run(command(write("class.csv", CLASS)));

      assertThat(run)
          .isEqualTo(
              new Run(
                  2,
                  "",
                  table.where()
                      + "students: The header has no column 'id', 'firstName', 'lastName', 'email'."
                      + " It is a single column: perhaps values are separated by another character"
                      + " than ','. --separator, --charset, --column and --id-from describe the"
                      + " format of a file.\n"));
      assertThat(table.items()).isEmpty();
    }
  }

  @Test
  void import_standardInput_writesRejectedLinesToTheGivenFile() throws IOException {
    try (OperatorsTable table = new OperatorsTable()) {
      Path rejected = folder.resolve("refused");
      String input = "id,firstName,lastName,email\ns-1,Ada,Lovelace,ada@example.com\ns-2,,,\n";

      Run run = Run.reading(input, table.at("import", "-", "--rejected", rejected.toString()));

      assertThat(run.exitCode()).isEqualTo(4);
      assertThat(rejected).hasContent("id,firstName,lastName,email\ns-2,,,\n");
      assertThat(table.run("get", "s-1").exitCode()).isZero();
    }
  }

  @Test
  void import_fileMissing_isReported() {
    try (OperatorsTable table = new OperatorsTable()) {
      Path file = folder.resolve("nowhere.csv");

      assertThat(table.run(command(file)))
          .isEqualTo(
              new Run(
                  1,
                  "",
                  table.where() + "students: There is no file or folder %s.\n".formatted(file)));
    }
  }

  @Test
  void import_folder_isReportedByItsName() {
    try (OperatorsTable table = new OperatorsTable()) {
      assertThat(table.run(command(folder)))
          .isEqualTo(
              new Run(
                  1,
                  "",
                  table.where()
                      + "students: A file cannot be read or written (%s: Is a directory).\n"
                          .formatted(folder)));
    }
  }

  @Test
  void import_rejectedFileIsTheFileByAnotherPath_isRefused() throws IOException {
    try (OperatorsTable table = new OperatorsTable()) {
      Path file = write("s.csv", "id,firstName,lastName,email\ns-1,,,\n");
      String other = folder.resolve("../" + folder.getFileName() + "/s.csv").toString();

      Run told = table.run(command(file, "--rejected", other));
      Files.createSymbolicLink(folder.resolve("s.csv.rejected"), file);
      Run linked = table.run(command(file));

      assertThat(told.exitCode()).isEqualTo(2);
      assertThat(linked.exitCode()).isEqualTo(2);
      assertThat(linked.err()).contains("--rejected must be another file.");
      assertThat(file).hasContent("id,firstName,lastName,email\ns-1,,,\n");
    }
  }

  @Test
  void import_terminal_showsRateAndTimeLeft() throws IOException {
    try (OperatorsTable table = new OperatorsTable()) {
      Path file = write("s.csv", "id,firstName,lastName,email\ns-1,Ada,Lovelace,ada@example.com\n");

      Run run = Run.atColumns(80, table.at(command(file)));

      assertThat(run.err()).containsPattern("\rImporting 1 lines, [0-9,]+/s, 100 %, 0:00 left");
    }
  }

  @Test
  void import_manyInvalidLines_reportsTheFirstHundred() throws IOException {
    try (OperatorsTable table = new OperatorsTable()) {
      Path file = write("s.csv", "id,firstName,lastName,email\n" + "a,b\n".repeat(120));

      Run run = table.run(command(file));

      assertThat(run.out().lines().filter(line -> line.startsWith("line "))).hasSize(100);
      assertThat(run.out()).contains("\n... and 20 more lines\n");
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(Charset.forName("windows-1252")));
  }

  private static String[] command(Path file, String... options) {
    return and(new String[] {"import", file.toString()}, options);
  }

  private static String[] and(String[] args, String... more) {
    String[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return all;
  }
}
