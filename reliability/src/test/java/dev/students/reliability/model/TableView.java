package dev.students.reliability.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a table holds, a line for each item, be it read or as the model has it. Of a student that is
 * being erased only that is said, because how many of its awards are left is open.
 *
 * @param lines sorted
 */
record TableView(Set<String> lines) {

  /** Reads the whole table and takes nothing from the store's own reading. */
  static TableView read(DynamoDbClient client, String table) {
    Set<String> lines = new TreeSet<>();
    Set<String> erasing = new TreeSet<>();
    Map<String, String> awards = new TreeMap<>();
    for (Map<String, AttributeValue> item :
        client.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items()) {
      String pk = text(item, "pk");
      String sk = text(item, "sk");
      String id = pk.substring(pk.indexOf('#') + 1);
      if (sk.startsWith("award#")) {
        awards.put(id + " award " + sk.substring(6) + " " + number(item, "amount"), id);
      } else if (pk.startsWith("email#")) {
        lines.add("reservation " + id + " of " + text(item, "studentId"));
      } else if (item.containsKey("erasing")) {
        erasing.add(id);
        lines.add(id + " is being erased");
      } else {
        lines.add(student(id, item));
      }
    }
    awards.forEach(
        (line, id) -> {
          if (!erasing.contains(id)) {
            lines.add(line);
          }
        });
    return new TableView(lines);
  }

  private static String student(String id, Map<String, AttributeValue> item) {
    AttributeValue index = item.get("gsi1_pk");
    return "%s student %s %s %s xp=%d deleted=%s index=%s"
        .formatted(
            id,
            text(item, "firstName"),
            text(item, "lastName"),
            text(item, "email"),
            number(item, "xp"),
            item.containsKey("deleted"),
            index == null ? "none" : index.s());
  }

  static TableView of(Model model) {
    Set<String> lines = new TreeSet<>();
    model
        .students()
        .forEach(
            (id, student) -> {
              if (student.erasing()) {
                lines.add(id + " is being erased");
                return;
              }
              String email = student.normalized();
              lines.add(
                  "%s student %s %s %s xp=%d deleted=%s index=%s"
                      .formatted(
                          id,
                          student.firstName(),
                          student.lastName(),
                          student.email(),
                          student.xp(),
                          student.deleted(),
                          student.deleted() ? "none" : email));
              if (!student.deleted()) {
                lines.add("reservation " + email + " of " + id);
              }
              student
                  .awards()
                  .forEach((award, amount) -> lines.add(id + " award " + award + " " + amount));
            });
    return new TableView(lines);
  }

  /** The ids of all students. */
  Set<String> students() {
    return lines.stream()
        .filter(line -> line.contains(" student "))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(Map<String, AttributeValue> item, String attribute) {
    return requireNonNull(item.get(attribute), attribute).s();
  }

  private static long number(Map<String, AttributeValue> item, String attribute) {
    return Long.parseLong(requireNonNull(item.get(attribute), attribute).n());
  }
}
