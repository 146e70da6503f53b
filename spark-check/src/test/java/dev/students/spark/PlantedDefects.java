package dev.students.spark;

import static dev.students.spark.TestItem.award;
import static dev.students.spark.TestItem.reservation;
import static dev.students.spark.TestItem.student;

import dev.students.operations.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Defects of every kind in turn, among sound students of three items each, and what a check should
 * say of them: kind and key.
 */
final class PlantedDefects {

  private static final List<FindingKind> KINDS = List.of(FindingKind.values());

  private final Consumer<TestItem> out;
  private final List<String> expected = new ArrayList<>();
  private long items;

  PlantedDefects(Consumer<TestItem> out) {
    this.out = out;
  }

  /** What is to be found, sorted. */
  List<String> expected() {
    return expected.stream().sorted().toList();
  }

  long items() {
    return items;
  }

  /** Writes sound students, and that many defects spread evenly over them. */
  void write(int students, int defects) {
    int planted = 0;
    for (int i = 0; i < students; i++) {
      sound("s%07d".formatted(i));
      if (planted < defects && (long) i * defects >= (long) planted * students) {
        plant(KINDS.get(planted % KINDS.size()), "d" + planted);
        planted++;
      }
    }
  }

  private void sound(String id) {
    String email = id + "@school.example";
    write(student(id, email, 5), award(id, "welcome", 5), reservation(email, id));
  }

  private void plant(FindingKind kind, String id) {
    String email = id + "@x.example";
    TestItem student = student(id, email, 0);
    TestItem reservation = reservation(email, id);
    String key = "student#" + id;
    switch (kind) {
      case STUDENT_WITHOUT_RESERVATION -> write(student);
      case RESERVATION_OF_ANOTHER -> write(student, reservation(email, "nobody"));
      case RESERVATION_WITHOUT_STUDENT -> write(reservation);
      case STUDENT_NOT_IN_INDEX -> write(student.without("gsi1_pk", "gsi1_sk"), reservation);
      case DELETED_STUDENT_IN_INDEX -> write(student.yes("deleted"));
      case ERASURE_LEFT_OVER ->
          write(
              TestItem.of(key, key).s("entityType", "student").yes("deleted").yes("erasing"),
              award(id, "one", 3));
      case SHARED_ADDRESS ->
          write(student, reservation, student(id + "-twin", email.toUpperCase(Locale.ROOT), 0));
      case XP_NOT_SUM_OF_AWARDS -> write(student.n("xp", 9), award(id, "one", 3), reservation);
      case AWARDS_WITHOUT_STUDENT -> write(award(id, "one", 3), award(id, "two", -1));
      case PHANTOM -> write(TestItem.of(key, key).n("xp", 5));
      case MALFORMED_ITEM -> write(student.s("xp", "many"), reservation);
      case UNKNOWN_ITEM -> write(TestItem.of("course#" + id, "course#" + id));
    }
    expected.add(
        kind.word()
            + " "
            + switch (kind) {
              case RESERVATION_WITHOUT_STUDENT -> "email#…";
              case AWARDS_WITHOUT_STUDENT -> key + "/award#one";
              case UNKNOWN_ITEM -> "course#…";
              default -> key;
            });
  }

  private void write(TestItem... all) {
    for (TestItem item : all) {
      out.accept(item);
      items++;
    }
  }
}
