package dev.students.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.students.data.EmailAddress;
import dev.students.data.StudentId;
import dev.students.data.StudentTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TableRepairTest {

  @Test
  void repair_plantedDefectsDuringWrites_leavesOnlyWhatNeedsAPerson() {
    try (TestTable table = new TestTable()) {
      table.fill(200);
      List<Finding> planted = Defects.plant(table);
      List<RepairedFinding> told = new ArrayList<>();
      RepairResult result;
      try (BusyWriter writer = BusyWriter.start(table)) {
        writer.awaitWrites(20);
        result = repair(table).run(told::add);
        writer.awaitWrites(20);
      }

      assertThat(told.stream().map(RepairedFinding::finding))
          .containsExactlyInAnyOrderElementsOf(planted);
      assertThat(result.outcomes())
          .isEqualTo(
              Map.of(
                  RepairOutcome.REPAIRED, 13L,
                  RepairOutcome.NEEDS_A_PERSON, 11L,
                  RepairOutcome.REMARK, 1L));
      assertThat(findings(table))
          .containsExactlyInAnyOrderElementsOf(
              planted.stream().filter(it -> !it.kind().isRepairable()).toList());
    }
  }

  @Test
  void repair_runAgain_changesNothing() {
    try (TestTable table = new TestTable()) {
      Defects.plant(table);
      repair(table).run(told -> {});
      var items = table.items();

      RepairResult again = repair(table).run(told -> {});

      assertThat(again.outcomes().keySet())
          .isEqualTo(Set.of(RepairOutcome.NEEDS_A_PERSON, RepairOutcome.REMARK));
      assertThat(table.items()).isEqualTo(items);
    }
  }

  @Test
  void dryRun_plantedDefects_writesNothing() {
    try (TestTable table = new TestTable()) {
      Defects.plant(table);
      var items = table.items();

      RepairResult result = repair(table).dryRun().run(told -> {});

      assertThat(result.outcomes().get(RepairOutcome.WOULD_BE_REPAIRED)).isEqualTo(13);
      assertThat(table.items()).isEqualTo(items);
    }
  }

  @Test
  void repair_deletedLegacyStudentTakenOutOfIndex_canBeRestoredWithItsAddress() {
    try (TestTable table = new TestTable()) {
      table.putLegacy("left", "Left@x.example");
      table.set("left", "deleted", AttributeValue.fromBool(true));

      repair(table).run(told -> {});

      assertThat(table.store.restore(StudentId.of("left")).email().value())
          .isEqualTo("Left@x.example");
      assertThat(findings(table)).isEmpty();
    }
  }

  @Test
  void repair_studentHiddenOrUnclaimed_isFoundByItsAddressAfterwards() {
    try (TestTable table = new TestTable()) {
      Defects.plant(table);

      repair(table).run(told -> {});

      Map<String, String> found = new TreeMap<>();
      for (String id : List.of("hidden", "legacy", "robbed", "unreserved-1")) {
        found.put(
            id,
            table
                .store
                .findByEmail(EmailAddress.of(id + "@X.example"))
                .map(student -> student.id().value())
                .orElse("nobody"));
      }
      assertThat(found)
          .isEqualTo(
              Map.of(
                  "hidden", "hidden",
                  "legacy", "legacy",
                  "robbed", "robbed",
                  "unreserved-1", "unreserved-1"));
    }
  }

  @Test
  void repair_oneKeyOfAnIndexMissing_restoresTheItem() {
    try (TestTable table = new TestTable()) {
      List<String> keys =
          StudentTable.INDEXES.stream()
              .flatMap(index -> Stream.of(index.partitionKey(), index.sortKey()))
              .toList();
      keys.forEach(key -> table.create(key, key + "@x.example"));
      var items = table.items();
      keys.forEach(key -> table.removeAttributes(key, key));

      assertThat(findings(table))
          .extracting(Finding::kind, Finding::students)
          .containsExactlyInAnyOrderElementsOf(
              keys.stream()
                  .map(id -> tuple(FindingKind.STUDENT_NOT_IN_INDEX, List.of(StudentId.of(id))))
                  .toList());
      repair(table).run(told -> {});
      assertThat(table.items()).isEqualTo(items);
    }
  }

  private static List<Finding> findings(TestTable table) {
    List<Finding> findings = new ArrayList<>();
    check(table).run(findings::add);
    return findings;
  }

  private static TableCheck check(TestTable table) {
    return TableCheck.of(table.reader()).withErasureGrace(Duration.ofMillis(100));
  }

  private static TableRepair repair(TestTable table) {
    return TableRepair.of(table.reader(), check(table));
  }
}
