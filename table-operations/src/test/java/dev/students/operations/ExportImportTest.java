package dev.students.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.StudentId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportImportTest {

  private static StudentExport everything(StudentExport export) {
    return export.withAwards().withDeleted();
  }

  @Test
  void export_csv_hasHeaderAndOneLineForEachStudent() {
    try (ImportScene scene = new ImportScene()) {
      scene.table.create("ada", "Ada@Example.org");
      scene.table.award("ada", "essay", 5);

      assertThat(scene.export(UnaryOperator.identity(), RecordFormat.CSV))
          .isEqualTo("id,firstName,lastName,email,xp\r\nada,Ada,Lovelace,Ada@Example.org,5\r\n");
      assertThat(scene.export(StudentExport::withAwards, RecordFormat.CSV))
          .isEqualTo(
              """
              id,firstName,lastName,email,xp,openingXp,awardId,amount\r
              ada,Ada,Lovelace,Ada@Example.org,5,0,,\r
              ada,,,,,,essay,5\r
              """);
      assertThat(scene.export(StudentExport::withAwards, RecordFormat.JSON_LINES))
          .isEqualTo(
              """
              {"id":"ada","firstName":"Ada","lastName":"Lovelace","email":"Ada@Example.org","xp":5,"openingXp":0}
              {"id":"ada","awardId":"essay","amount":5}
              """);
    }
  }

  @ParameterizedTest
  @EnumSource(RecordFormat.class)
  void export_importedIntoTheSameTable_changesNothing(RecordFormat format) {
    try (ImportScene scene = new ImportScene()) {
      scene.table.fill(50);
      fillWithOddities(scene);
      scene.table.putLegacy("old", "old@x.example");
      scene.table.create("keen", "keen@x.example");
      scene.table.award("keen", "essay", 5);
      var items = scene.table.items();

      scene.run(scene.export(ExportImportTest::everything, format), it -> it.format(format));
      assertThat(scene.rejections()).isEmpty();
      scene.run(scene.export(StudentExport::withDeleted, format), it -> it.format(format));
      assertThat(scene.rejections()).isEmpty();

      assertThat(scene.table.items()).isEqualTo(items);
    }
  }

  @Test
  void import_xpOfStudentWhoHasOther_isRefused() {
    try (ImportScene scene = new ImportScene()) {
      scene.table.putLegacy("old", "old@x.example"); // has 7 XP
      String header = "id,firstName,lastName,email,xp\n";

      ImportResult result = scene.run(header + "old,Old,Timer,old@x.example,9\n");

      assertThat(result.refused()).isEqualTo(Map.of(Refusal.AWARD_MISMATCH, 1L));
      assertThat(scene.students()).isEqualTo(Map.of("old", "Old Timer <old@x.example> 7"));
    }
  }

  @ParameterizedTest
  @EnumSource(RecordFormat.class)
  void export_importedAndExportedAgain_isByteIdentical(RecordFormat format) {
    try (ImportScene first = new ImportScene();
        ImportScene second = new ImportScene()) {
      first.table.fill(50);
      fillWithOddities(first);
      String exported = first.export(ExportImportTest::everything, format);

      ImportResult result = second.run(exported, it -> it.format(format));

      assertThat(second.rejections()).isEmpty();
      assertThat(result.created()).isEqualTo(54);
      assertThat(second.export(ExportImportTest::everything, format)).isEqualTo(exported);
      assertThat(second.isSound()).isTrue();
      assertThat(second.run(exported, it -> it.format(format)))
          .isEqualTo(new ImportResult(108, 0, 0, 54, 0, 55, 0, Map.of(), List.of()));
      assertThat(second.export(ExportImportTest::everything, format)).isEqualTo(exported);
    }
  }

  private static void fillWithOddities(ImportScene scene) {
    TestTable table = scene.table;
    table.create("ada", "Ada@Example.org");
    // In the order of ids the deduction precedes the award whose XP it needs.
    table.award("ada", "z-given", 50);
    table.award("ada", "a-taken", -30);
    table.create("gone", "gone@x.example");
    table.award("gone", "essay", 7);
    table.store.softDelete(StudentId.of("gone"));
    table.create("successor", "gone@x.example");
    // A legacy client's student has 7 XP that no award explains.
    table.putLegacy("legacy", "legacy@x.example");
    table.putReservation("legacy@x.example", "legacy");
    table.award("legacy", "essay", 2);
  }

  @Test
  void export_moreAwardsThanFitInMemory_followTheirStudent() {
    try (ImportScene scene = new ImportScene()) {
      scene.table.create("busy", "busy@x.example");
      for (int i = 0; i < 1100; i++) {
        scene.table.put(
            TestTable.item(
                "student#busy",
                "award#%04d".formatted(i),
                Map.of(
                    "amount", TestTable.n(1), "awardedAt", TestTable.s("2026-01-02T00:00:00Z"))));
      }
      scene.table.set("busy", "xp", TestTable.n(1100));

      List<String> lines =
          scene.export(StudentExport::withAwards, RecordFormat.CSV).lines().toList();

      assertThat(lines).hasSize(1102);
      assertThat(lines.get(1)).isEqualTo("busy,Ada,Lovelace,busy@x.example,1100,0,,");
      assertThat(lines.get(1101)).isEqualTo("busy,,,,,,1099,1");
    }
  }

  @Test
  void export_malformedItem_isSkippedAndReported() {
    try (ImportScene scene = new ImportScene()) {
      scene.table.putLegacy("typed", "typed@x.example");
      scene.table.set("typed", "xp", TestTable.s("7"));

      ExportResult result =
          StudentExport.of(scene.table.reader(), RecordFormat.CSV).run(new ByteArrayOutputStream());

      assertThat(result)
          .isEqualTo(
              new ExportResult(0, 0, 1, List.of(new ItemKey("student#typed", "student#typed"))));
    }
  }

  @Test
  void personalData_ofStudent_isOneDocumentWithAwardsAndReservation() {
    try (TestTable table = new TestTable()) {
      table.create("ada", "Ada@Example.org");
      table.award("ada", "essay", 5);
      ByteArrayOutputStream out = new ByteArrayOutputStream();

      boolean found = PersonalData.of(TestTable.CLIENT, table.name).write(id("ada"), out);

      assertThat(found).isTrue();
      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains(
              "\"studentId\" : \"ada\"",
              "\"email\" : \"Ada@Example.org\"",
              "\"sk\" : \"award#essay\"",
              "\"pk\" : \"email#ada@example.org\"",
              "\"other\" : [ ]");
      assertThat(
              PersonalData.of(TestTable.CLIENT, table.name)
                  .write(id("nobody"), new ByteArrayOutputStream()))
          .isFalse();
    }
  }

  private static StudentId id(String value) {
    return StudentId.of(value);
  }
}
