package dev.students.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.students.data.EmailAddress;
import dev.students.data.StudentUpdate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudentImportTest {

  private static final String HEADER = "id,firstName,lastName,email\n";

  @Test
  void import_invalidLines_areReportedByLineFieldAndRuleAndOthersImported() {
    try (ImportScene scene = new ImportScene()) {
      ImportResult result =
          scene.run(
              HEADER
                  + "ada,Ada,Lovelace,ada@x.example\n"
                  + "bob,Bob,,bob@x.example\n"
                  + "cid,Cid,Clark,cid at x.example\n"
                  + "dan,Dan\n"
                  + "\n"
                  + "eve,\"Eve\nMaria\",Evans,eve@x.example\n"
                  + "a b,Abe,Adams,abe@x.example\n"
                  + "fay,Fay,Ford,ADA@x.example\n"
                  + "ada,Another,Ada,another@x.example\n");

      assertThat(scene.rejections())
          .containsExactly(
              "3 INVALID_VALUE: lastName must not be blank",
              "4 INVALID_VALUE: email must not contain white space",
              "5 FIELD_COUNT: line must have 4 values, as the header has; it has 2",
              "7 INVALID_VALUE: firstName must not contain a control character",
              "9 INVALID_VALUE: id must be 1 to 128 characters of A-Z a-z 0-9 . _ : -",
              "10 EMAIL_TAKEN: email is another student's",
              "11 ID_TAKEN: id belongs to a student with other names or another address");
      assertThat(scene.raw.toString(StandardCharsets.UTF_8))
          .startsWith("bob,Bob,,bob@x.example\ncid,")
          .contains("eve,\"Eve\nMaria\",Evans,eve@x.example\n");
      assertThat(scene.students()).isEqualTo(Map.of("ada", "Ada Lovelace <ada@x.example> 0"));
      assertThat(result)
          .isEqualTo(
              new ImportResult(
                  8,
                  1,
                  1,
                  0,
                  0,
                  0,
                  0,
                  Map.of(
                      Refusal.INVALID_VALUE, 4L,
                      Refusal.FIELD_COUNT, 1L,
                      Refusal.EMAIL_TAKEN, 1L,
                      Refusal.ID_TAKEN, 1L),
                  List.of()));
    }
  }

  @Test
  void import_customColumnNames_areMappedAndIdsDerived() {
    try (ImportScene scene = new ImportScene()) {
      String file = "Nr;Vorname;Nachname;E-Mail;Notiz\n17;Ada;Lovelace;ada@x.example;x\n";
      ImportResult result = scene.run(file, StudentImportTest::mapped);

      assertThat(result).isEqualTo(new ImportResult(1, 0, 1, 0, 0, 0, 0, Map.of(), List.of(5)));
      // printf 17 | sha256sum | cut -c1-32
      assertThat(scene.students())
          .isEqualTo(Map.of("4523540f1504cd17100c4835e85b7eef", "Ada Lovelace <ada@x.example> 0"));
      assertThat(scene.run(file, StudentImportTest::mapped))
          .isEqualTo(new ImportResult(1, 0, 0, 1, 0, 0, 0, Map.of(), List.of(5)));
    }
  }

  private static StudentImport.Builder mapped(StudentImport.Builder builder) {
    return builder
        .separator(';')
        .idFrom("Nr")
        .column(Column.FIRST_NAME, "Vorname")
        .column(Column.LAST_NAME, "Nachname")
        .column(Column.EMAIL, "E-Mail");
  }

  @Test
  void import_headerLacksColumns_isRefusedBeforeAnythingIsWritten() {
    try (ImportScene scene = new ImportScene()) {
      assertThatThrownBy(() -> scene.run("id;firstName;lastName;email\na;A;B;a@x\n"))
          .isInstanceOf(ImportFileException.class)
          .hasMessage(
              "The header has no column 'id', 'firstName', 'lastName', 'email'. It is a single"
                  + " column: perhaps values are separated by another character than ','");
      assertThatThrownBy(() -> scene.run("id,firstName,email,email,lastName\n"))
          .hasMessage("The header has the column 'email' twice");
      assertThatThrownBy(() -> scene.run("ada,Ada,Lovelace,ada@x.example\n"))
          .hasMessageContaining("no column 'id'")
          .hasMessageNotContaining("Lovelace");
      assertThatThrownBy(() -> scene.run("")).hasMessage("The file is empty");
      assertThat(scene.table.items()).isEmpty();
    }
  }

  @Test
  void import_awards_countOnceAndDeductionsWaitForTheirXp() {
    try (ImportScene scene = new ImportScene()) {
      String file =
          """
          id,firstName,lastName,email,awardId,amount
          ada,Ada,Lovelace,ada@x.example,fine,-5
          ada,,,,essay,8
          bob,Bob,Brown,bob@x.example,,
          bob,,,,fine,-1
          cid,,,,essay,1
          bob,,,,gift,1.5
          """;

      ImportResult result = scene.run(file);

      assertThat(scene.students())
          .isEqualTo(
              Map.of(
                  "ada", "Ada Lovelace <ada@x.example> 3",
                  "bob", "Bob Brown <bob@x.example> 0"));
      assertThat(scene.rejections())
          .containsExactly(
              "5 INSUFFICIENT_XP: amount must not exceed the student's XP",
              "6 STUDENT_NOT_FOUND: id is not that of a student, or of a deleted one",
              "7 INVALID_VALUE: amount must be a whole number");
      assertThat(result.awardsApplied()).isEqualTo(2);
      assertThat(scene.run(file).awardsAlreadyApplied()).isEqualTo(2);
      assertThat(scene.isSound()).isTrue();
    }
  }

  @Test
  void import_studentRejected_itsAwardsAreNotAppliedToAnotherStudent() {
    try (ImportScene scene = new ImportScene()) {
      scene.table.create("ada", "ada@x.example");

      scene.run(
          """
          id,firstName,lastName,email,awardId,amount
          ada,Someone,Else,else@x.example,,
          ada,,,,essay,8
          """);

      assertThat(scene.rejections())
          .containsExactly(
              "2 ID_TAKEN: id belongs to a student with other names or another address",
              "3 STUDENT_REFUSED: line belongs to a refused line of the student");
      assertThat(scene.students()).isEqualTo(Map.of("ada", "Ada Lovelace <ada@x.example> 0"));
    }
  }

  @Test
  void import_manyAwardsOfADeletedStudent_deletesItAfterTheLast() {
    try (ImportScene scene = new ImportScene()) {
      StringBuilder file =
          new StringBuilder("id,firstName,lastName,email,awardId,amount,deleted\n")
              .append("ada,Ada,Lovelace,ada@x.example,,,true\n");
      for (int i = 0; i < 1100; i++) {
        file.append("ada,,,,a%d,1,\n".formatted(i));
      }

      ImportResult result = scene.run(file.toString());

      assertThat(result)
          .isEqualTo(new ImportResult(1101, 0, 1, 0, 1100, 0, 1, Map.of(), List.of()));
      assertThat(scene.students())
          .isEqualTo(Map.of("ada", "Ada Lovelace <ada@x.example> 1100 deleted"));
    }
  }

  @Test
  void import_studentChangedSince_isReportedAsExisting() {
    try (ImportScene scene = new ImportScene()) {
      scene.table.create("ada", "former@x.example");
      scene.table.store.update(
          ImportScene.id("ada"),
          StudentUpdate.builder().email(EmailAddress.of("ada@x.example")).build());

      ImportResult result = scene.run(HEADER + "ada,Ada,Lovelace,ada@x.example\n");

      assertThat(result).isEqualTo(new ImportResult(1, 0, 0, 1, 0, 0, 0, Map.of(), List.of()));
    }
  }

  @Test
  void rejectionFile_corrected_canBeImported(@TempDir Path folder) throws IOException {
    try (ImportScene scene = new ImportScene()) {
      Path rejected = folder.resolve("students.csv.rejected");
      List<RejectedLine> heard = new ArrayList<>();
      try (RejectionFile file = new RejectionFile(rejected, heard::add)) {
        StudentImport.builder(TestTable.CLIENT, scene.table.name)
            .build()
            .run(
                new ByteArrayInputStream(
                    (HEADER + "ada,Ada,Lovelace,ada@x.example\r\nbob,Bob,Brown,bob")
                        .getBytes(StandardCharsets.UTF_8)),
                file);
      }

      assertThat(Files.readString(rejected)).isEqualTo(HEADER + "bob,Bob,Brown,bob\n");
      assertThat(heard).hasSize(1);
      assertThat(heard.toString()).doesNotContain("Brown");
      ImportResult again =
          scene.run(Files.readString(rejected).replace("Brown,bob", "Brown,bob@x.example"));
      assertThat(again.created()).isEqualTo(1);
    }
  }

  @Test
  void rejectionFile_twoImportsAtTheSameTime_isThatOfTheLastToEnd(@TempDir Path folder)
      throws IOException {
    Path path = folder.resolve("students.csv.rejected");
    try (RejectionFile one = new RejectionFile(path, heard -> {});
        RejectionFile other = new RejectionFile(path, heard -> {})) {
      one.line(refused("one-1"));
      other.line(refused("other-1"));
      one.line(refused("one-2"));

      other.end();
      assertThat(Files.readString(path)).isEqualTo("other-1\n");
      one.end();
      assertThat(Files.readString(path)).isEqualTo("one-1\none-2\n");
    }
    assertThat(folder.toFile().list()).containsExactly("students.csv.rejected");
  }

  @Test
  void rejectionFile_importFails_isLeftAsItWas(@TempDir Path folder) throws IOException {
    Path path = Files.writeString(folder.resolve("students.csv.rejected"), "of yesterday");

    try (RejectionFile file = new RejectionFile(path, heard -> {})) {
      file.line(refused("one"));
    }

    assertThat(path).hasContent("of yesterday");
    assertThat(folder.toFile().list()).containsExactly("students.csv.rejected");
  }

  private static RejectedLine refused(String line) {
    return new RejectedLine(
        2,
        Refusal.SYNTAX,
        "line",
        "is wrong",
        new RejectedLine.Raw(line.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void rejectionFile_newOrExisting_isReadableByItsOwnerOnly(@TempDir Path folder)
      throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path there = Files.writeString(folder.resolve("there"), "of another import");
    Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rw-r--r--"));

    for (Path path : List.of(folder.resolve("new"), there)) {
      try (RejectionFile file = new RejectionFile(path, heard -> {})) {
        file.line(refused("x"));
        file.end();
      }

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(path)).isEqualTo("x\n");
    }
  }

  @Test
  void import_jsonLineWithoutAnyField_isRejected() {
    try (ImportScene scene = new ImportScene()) {
      ImportResult result =
          scene.run(
              "{\"ID\":\"s-1\",\"Mail\":\"ada@x.example\"}\n{}\n\n",
              builder -> builder.format(RecordFormat.JSON_LINES));

      assertThat(result.lines()).isEqualTo(2);
      assertThat(scene.rejections())
          .containsExactly(
              "1 INVALID_VALUE: line must have a member with the name of a field",
              "2 INVALID_VALUE: line must have a member with the name of a field");
    }
  }

  @Test
  void import_jsonTotalBesideAwards_countsNothingTwice() {
    try (ImportScene scene = new ImportScene()) {
      scene.run(
          """
          {"id":"s-1","firstName":"Ada","lastName":"Lovelace","email":"ada@x.example","xp":50}
          {"id":"s-1","awardId":"essay","amount":50}
          """,
          builder -> builder.format(RecordFormat.JSON_LINES));

      assertThat(scene.rejections())
          .containsExactly(
              "1 INVALID_VALUE: xp must be openingXp beside awards, which it may include");
      assertThat(scene.students()).isEqualTo(Map.of("s-1", "Ada Lovelace <ada@x.example> 50"));
    }
  }

  @Test
  void import_jsonTotalAndAwardsInAnyOrder_countsNothingTwice() {
    String ada =
        "{\"id\":\"s-1\",\"firstName\":\"Ada\",\"lastName\":\"Lovelace\",\"email\":\"ada@x.example\","
            + "\"xp\":50}\n";
    String bob =
        "{\"id\":\"s-2\",\"firstName\":\"Bob\",\"lastName\":\"Brown\",\"email\":\"bob@x.example\","
            + "\"xp\":7,\"deleted\":true}\n";
    String essay = "{\"id\":\"s-1\",\"awardId\":\"essay\",\"amount\":50}\n";
    for (String file : List.of(ada + bob + essay, ada + bob.repeat(2) + essay + bob + essay)) {
      try (ImportScene scene = new ImportScene()) {
        scene.run(file, builder -> builder.format(RecordFormat.JSON_LINES));

        assertThat(scene.rejections())
            .containsExactly(
                "1 INVALID_VALUE: xp must be openingXp beside awards, which it may include");
        assertThat(scene.raw.toString(StandardCharsets.UTF_8)).isEqualTo(ada);
        assertThat(scene.students())
            .isEqualTo(
                Map.of(
                    "s-1", "Ada Lovelace <ada@x.example> 50",
                    "s-2", "Bob Brown <bob@x.example> 7 deleted"));
      }
    }
  }

  @Test
  void import_jsonTotalInTheLineOfAnAward_isRejected() {
    try (ImportScene scene = new ImportScene()) {
      scene.table.create("s-1", "ada@x.example");

      scene.run(
          """
          {"id":"s-1","awardId":"essay","amount":5,"xp":50}
          {"id":"s-1","awardId":"quiz","amount":5,"xp":50,"openingXp":40}
          """,
          builder -> builder.format(RecordFormat.JSON_LINES));

      assertThat(scene.rejections())
          .containsExactly(
              "1 INVALID_VALUE: xp must be openingXp beside awards, which it may include");
      assertThat(scene.students()).isEqualTo(Map.of("s-1", "Ada Lovelace <ada@x.example> 45"));
    }
  }

  @Test
  void import_csvLineWithoutAnyFieldOrValue_isRejectedOrCountedAsBlank() {
    try (ImportScene scene = new ImportScene()) {
      ImportResult result =
          scene.run(
              """
              id,firstName,lastName,email,note
              ,,,,of last year

              \s
              ,,,,
              ada,Ada,Lovelace,ada@x.example,
              """);

      assertThat(scene.rejections())
          .containsExactly("2 INVALID_VALUE: line must have a value in a column that is imported");
      assertThat(result)
          .isEqualTo(
              new ImportResult(2, 3, 1, 0, 0, 0, 0, Map.of(Refusal.INVALID_VALUE, 1L), List.of(5)));
    }
  }

  @Test
  void import_archiveAsJsonLines_isRefused() {
    try (ImportScene scene = new ImportScene()) {
      byte[] zipped = {0x1f, (byte) 0x8b, 8, 0, '\n', 0, 0, 0, 0};

      assertThatThrownBy(
              () -> scene.run(zipped, builder -> builder.format(RecordFormat.JSON_LINES)))
          .isInstanceOf(ImportFileException.class)
          .hasMessageContaining("archive");
    }
  }
}
