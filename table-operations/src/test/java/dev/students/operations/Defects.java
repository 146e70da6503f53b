package dev.students.operations;

import static dev.students.operations.TestTable.item;
import static dev.students.operations.TestTable.legacy;
import static dev.students.operations.TestTable.n;
import static dev.students.operations.TestTable.s;

import dev.students.data.StoredItem;
import dev.students.data.StudentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Twenty-five defects of all kinds, with the findings that a check should report. */
final class Defects {

  private static final AttributeValue YES = AttributeValue.fromBool(true);

  private final TestTable table;
  private final List<Finding> expected = new ArrayList<>();

  private Defects(TestTable table) {
    this.table = table;
  }

  /** Writes the defects and returns the expected findings. */
  static List<Finding> plant(TestTable table) {
    Defects defects = new Defects(table);
    defects.reservations();
    defects.addresses();
    defects.awards();
    defects.leftOvers();
    defects.malformed();
    return defects.expected;
  }

  private void reservations() {
    for (String id : List.of("unreserved-1", "unreserved-2")) {
      table.create(id, id + "@x.example");
      table.remove("email#" + id + "@x.example", "email#" + id + "@x.example");
      expect(FindingKind.STUDENT_WITHOUT_RESERVATION, id);
    }
    table.putLegacy("legacy", "Legacy@x.example");
    expect(FindingKind.STUDENT_WITHOUT_RESERVATION, "legacy");

    table.create("robbed", "robbed@x.example");
    table.putReservation("robbed@x.example", "nobody");
    expect(FindingKind.RESERVATION_OF_ANOTHER, "robbed", "reserved for nobody");
    table.create("thief", "thief@x.example");
    table.create("robbed-too", "robbed-too@x.example");
    table.putReservation("robbed-too@x.example", "thief");
    expect(FindingKind.RESERVATION_OF_ANOTHER, "robbed-too", "reserved for thief");

    table.putReservation("gone@x.example", "gone");
    expectReservation("gone@x.example", "gone");
    table.create("moved", "moved@x.example");
    table.putReservation("former@x.example", "moved");
    expectReservation("former@x.example", "moved");
    table.create("deleted", "deleted@x.example");
    table.store.softDelete(StudentId.of("deleted"));
    table.putReservation("deleted@x.example", "deleted");
    expectReservation("deleted@x.example", "deleted");
  }

  private void addresses() {
    table.create("twin-a", "twin@x.example");
    table.putLegacy("twin-b", "Twin@X.example");
    expectShared("twin-a", "twin-b");
    table.putLegacy("triplet-a", "triplet@x.example");
    table.putLegacy("triplet-b", "triplet@x.example");
    table.putLegacy("triplet-c", "TRIPLET@x.example");
    expectShared("triplet-a", "triplet-b", "triplet-c");

    table.create("hidden", "hidden@x.example");
    table.removeAttributes("hidden", "gsi1_pk", "gsi1_sk");
    expect(FindingKind.STUDENT_NOT_IN_INDEX, "hidden");

    table.putLegacy("left", "left@x.example");
    table.set("left", "deleted", YES);
    expect(FindingKind.DELETED_STUDENT_IN_INDEX, "left");
    table.create("left-too", "left-too@x.example");
    table.set("left-too", "deleted", YES);
    expect(FindingKind.DELETED_STUDENT_IN_INDEX, "left-too");
  }

  private void awards() {
    table.create("rich", "rich@x.example");
    table.award("rich", "one", 5);
    table.set("rich", "xp", n(50));
    expect(FindingKind.XP_NOT_SUM_OF_AWARDS, "rich", "+45 XP that no award explains");
    table.create("poor", "poor@x.example");
    table.award("poor", "one", 5);
    table.remove("student#poor", "award#one");
    table.award("poor", "two", 3);
    table.set("poor", "xp", n(1));
    expect(FindingKind.XP_NOT_SUM_OF_AWARDS, "poor", "-2 XP that no award explains");
    table.put(TestTable.inAllIndexes(legacy("legacy-poor", "legacy-poor@x.example")));
    table.putReservation("legacy-poor@x.example", "legacy-poor");
    table.award("legacy-poor", "one", 9);
    table.set("legacy-poor", "xp", n(8));
    expect(FindingKind.XP_NOT_SUM_OF_AWARDS, "legacy-poor", "-1 XP that no award explains");

    table.put(award("orphans", "award#1", 4));
    table.put(award("orphans", "award#2", -1));
    expected.add(
        Finding.of(
                FindingKind.AWARDS_WITHOUT_STUDENT,
                new ItemKey("student#orphans", "award#1"),
                StudentId.of("orphans"))
            .withDetail("2 awards of 3 XP"));
  }

  private void leftOvers() {
    table.set("phantom-1", "xp", n(5));
    expect(FindingKind.PHANTOM, "phantom-1");
    table.set("phantom-2", "deleted", YES);
    expect(FindingKind.PHANTOM, "phantom-2");

    for (String id : List.of("erased-1", "erased-2")) {
      table.put(
          item(
              "student#" + id,
              "student#" + id,
              Map.of("entityType", s("student"), "deleted", YES, "erasing", YES)));
    }
    table.put(award("erased-2", "award#1", 4));
    expect(FindingKind.ERASURE_LEFT_OVER, "erased-1", "0 awards left");
    expect(FindingKind.ERASURE_LEFT_OVER, "erased-2", "1 award left");
  }

  private void malformed() {
    Map<String, AttributeValue> student = legacy("typed", "typed@x.example");
    student.put("xp", s("7"));
    table.putReservation("typed@x.example", "typed");
    plantMalformed(student, List.of(StudentId.of("typed")), "xp");
    table.create("badly-awarded", "badly-awarded@x.example");
    plantMalformed(
        item("student#badly-awarded", "award#1", Map.of("amount", s("1"), "awardedAt", s("?"))),
        List.of(StudentId.of("badly-awarded")),
        "amount");
    String email = "email#badly-reserved@x.example";
    plantMalformed(item(email, email, Map.of("studentId", n(1))), List.of(), "studentId");

    table.put(item("course#1", "course#1", Map.of("title", s("Sailing"))));
    expected.add(
        new Finding(
            FindingKind.UNKNOWN_ITEM,
            new ItemKey("course#1", "course#1"),
            List.of(),
            Optional.empty(),
            Optional.empty()));
  }

  private static Map<String, AttributeValue> award(String student, String sk, long amount) {
    return item(
        "student#" + student,
        sk,
        Map.of("amount", n(amount), "awardedAt", s("2026-01-02T03:04:05.678Z")));
  }

  private void expect(FindingKind kind, String id) {
    ItemKey key = new ItemKey("student#" + id, "student#" + id);
    expected.add(Finding.of(kind, key, StudentId.of(id)));
  }

  private void expect(FindingKind kind, String id, String detail) {
    expect(kind, id);
    expected.add(expected.remove(expected.size() - 1).withDetail(detail));
  }

  private void expectReservation(String email, String id) {
    ItemKey key = new ItemKey("email#" + email, "email#" + email);
    expected.add(Finding.of(FindingKind.RESERVATION_WITHOUT_STUDENT, key, StudentId.of(id)));
  }

  private void expectShared(String... ids) {
    expected.add(
        new Finding(
            FindingKind.SHARED_ADDRESS,
            new ItemKey("student#" + ids[0], "student#" + ids[0]),
            List.of(ids).stream().map(StudentId::of).toList(),
            Optional.empty(),
            Optional.empty()));
  }

  private void plantMalformed(
      Map<String, AttributeValue> item, List<StudentId> students, String attribute) {
    table.put(item);
    String problem = ((StoredItem.Malformed) StoredItem.read(item)).problem();
    expected.add(
        new Finding(
            FindingKind.MALFORMED_ITEM,
            ItemKey.of(item),
            students,
            Optional.of(attribute),
            Optional.of(problem)));
  }
}
