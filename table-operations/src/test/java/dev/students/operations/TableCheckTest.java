package dev.students.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.students.data.StudentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TableCheckTest {

  private static final Duration GRACE = Duration.ofMillis(100);

  @Test
  void check_plantedDefectsDuringWrites_findsExactlyThem() {
    try (TestTable table = new TestTable()) {
      table.fill(1000);
      List<Finding> planted = Defects.plant(table);
      List<Finding> found = new ArrayList<>();

      CheckResult result;
      try (BusyWriter writer = BusyWriter.start(table)) {
        writer.awaitWrites(50);
        result = check(table).run(found::add);
        writer.awaitWrites(100);
      }

      assertThat(planted).hasSize(25);
      assertThat(found).containsExactlyInAnyOrderElementsOf(planted);
      assertThat(result.found())
          .isEqualTo(
              planted.stream()
                  .collect(Collectors.groupingBy(Finding::kind, Collectors.counting())));
      assertThat(result.isSound()).isFalse();
    }
  }

  @Test
  void check_consistentTable_findsNothing() {
    try (TestTable table = new TestTable()) {
      table.fill(10);
      table.create("ada", "Ada@Example.org");
      table.award("ada", "essay", 5);

      CheckResult result = check(table).run(finding -> assertThat(finding).isNull());

      assertThat(result).isEqualTo(new CheckResult(33, Map.of()));
      assertThat(result.isSound()).isTrue();
    }
  }

  @Test
  void check_addressesEqualAfterCaseFolding_areOneAddress() {
    try (TestTable table = new TestTable()) {
      table.create("ours", "Straße@x.example");
      assertThat(findings(table)).isEmpty();
      // The key of reservations before addresses were case-folded.
      table.remove("email#strasse@x.example", "email#strasse@x.example");
      table.putReservation("straße@x.example", "ours");
      assertThat(findings(table)).isEmpty();
      table.putLegacy("legacy", "STRASSE@x.example");
      assertThat(findings(table))
          .extracting(Finding::kind, Finding::students)
          .containsExactly(
              tuple(
                  FindingKind.SHARED_ADDRESS,
                  List.of(StudentId.of("legacy"), StudentId.of("ours"))));
    }
  }

  private static List<Finding> findings(TestTable table) {
    List<Finding> findings = new ArrayList<>();
    check(table).run(findings::add);
    return findings;
  }

  @Test
  void finding_ofReservation_showsNoAddress() {
    try (TestTable table = new TestTable()) {
      table.putReservation("secret@x.example", "gone");
      List<Finding> found = new ArrayList<>();

      check(table).run(found::add);

      assertThat(found).hasSize(1);
      assertThat(found.toString())
          .contains("RESERVATION_WITHOUT_STUDENT", "gone")
          .doesNotContain("secret");
    }
  }

  private static TableCheck check(TestTable table) {
    return TableCheck.of(table.reader()).withErasureGrace(GRACE);
  }
}
