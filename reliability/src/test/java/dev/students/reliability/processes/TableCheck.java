package dev.students.reliability.processes;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What holds of every table that nobody writes to, read independently of the store.
 *
 * @param students the items of students by id, without those that are being erased
 * @param erasing the ids of those that are
 * @param broken what does not hold
 */
record TableCheck(
    Map<String, Map<String, AttributeValue>> students, List<String> erasing, List<String> broken) {

  static TableCheck of(DynamoDbClient client, String table) {
    Map<String, Map<String, AttributeValue>> students = new TreeMap<>();
    Map<String, String> reservations = new TreeMap<>();
    Map<String, Long> awarded = new HashMap<>();
    List<String> erasing = new ArrayList<>();
    for (Map<String, AttributeValue> item :
        client.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items()) {
      String pk = text(item, "pk");
      String id = pk.substring(pk.indexOf('#') + 1);
      if (text(item, "sk").startsWith("award#")) {
        awarded.merge(id, number(item, "amount"), Long::sum);
      } else if (pk.startsWith("email#")) {
        reservations.put(id, text(item, "studentId"));
      } else if (item.containsKey("erasing")) {
        erasing.add(id);
      } else {
        students.put(id, item);
      }
    }
    List<String> broken = new ArrayList<>();
    students.forEach((id, item) -> check(id, item, reservations, awarded, broken));
    reservations.forEach((email, id) -> broken.add("a reservation without its student: " + id));
    awarded.keySet().stream()
        .filter(id -> !erasing.contains(id))
        .forEach(id -> broken.add("awards without their student: " + id));
    return new TableCheck(students, erasing, broken);
  }

  long totalXp() {
    return students.values().stream().mapToLong(student -> number(student, "xp")).sum();
  }

  /** Takes what belongs to the student, so that what is left belongs to nobody. */
  private static void check(
      String id,
      Map<String, AttributeValue> student,
      Map<String, String> reservations,
      Map<String, Long> awarded,
      List<String> broken) {
    AttributeValue indexed = student.get("gsi1_pk");
    if (student.containsKey("deleted") != (indexed == null)) {
      broken.add("a student is in the index although deleted, or not although there: " + id);
    }
    if (indexed != null && !id.equals(reservations.remove(indexed.s()))) {
      broken.add("a student without its reservation: " + id);
    }
    Long awards = awarded.remove(id);
    if (number(student, "xp") != (awards == null ? 0 : awards)) {
      broken.add("XP that is not the sum of the awards: " + id);
    }
  }

  private static String text(Map<String, AttributeValue> item, String attribute) {
    return requireNonNull(item.get(attribute), attribute).s();
  }

  static long number(Map<String, AttributeValue> item, String attribute) {
    return Long.parseLong(requireNonNull(item.get(attribute), attribute).n());
  }
}
