package dev.students.operations;

import dev.students.data.StoredItem;
import dev.students.testing.LocalStudentTable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A table on DynamoDB Local with methods that fill it and corrupt its items. */
final class TestTable extends LocalStudentTable {

  TableReader reader() {
    return TableReader.builder(CLIENT, name).segments(4).concurrency(2).build();
  }

  /** Writes many students as the store does, each with an award and a reservation. */
  void fill(int students) {
    List<WriteRequest> puts =
        IntStream.range(0, students)
            .mapToObj(TestTable::student)
            .flatMap(List::stream)
            .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
            .toList();
    for (int from = 0; from < puts.size(); from += 25) {
      List<WriteRequest> batch = puts.subList(from, Math.min(puts.size(), from + 25));
      CLIENT.batchWriteItem(request -> request.requestItems(Map.of(name, batch)));
    }
  }

  private static List<Map<String, AttributeValue>> student(int number) {
    String id = "s%07d".formatted(number);
    String email = id + "@school.example";
    Map<String, AttributeValue> student = legacy(id, email);
    student.put("email", s(email));
    student.put("xp", n(5));
    student.put("version", n(1));
    student.put("createdAt", s("2026-01-02T03:04:05.678Z"));
    student.put("updatedAt", s("2026-01-02T03:04:05.678Z"));
    Map<String, AttributeValue> award =
        item("student#" + id, "award#welcome", Map.of("amount", n(5)));
    award.put("awardedAt", s("2026-01-02T03:04:05.678Z"));
    award.put("entityType", s("xpAward"));
    Map<String, AttributeValue> reservation =
        item("email#" + email, "email#" + email, Map.of("studentId", s(id)));
    reservation.put("entityType", s("emailReservation"));
    return List.of(inAllIndexes(student), award, reservation);
  }

  /** Adds the key attributes of all indexes to a student's item. */
  static Map<String, AttributeValue> inAllIndexes(Map<String, AttributeValue> item) {
    item.putAll(StoredItem.indexKeys(((StoredItem.OfStudent) StoredItem.read(item)).student()));
    return item;
  }

  void putReservation(String email, String student) {
    put(item("email#" + email, "email#" + email, Map.of("studentId", s(student))));
  }

  void set(String id, String attribute, AttributeValue value) {
    CLIENT.updateItem(
        update ->
            update
                .tableName(name)
                .key(Map.of("pk", s("student#" + id), "sk", s("student#" + id)))
                .updateExpression("SET " + attribute + " = :value")
                .expressionAttributeValues(Map.of(":value", value)));
  }

  void removeAttributes(String id, String... attributes) {
    CLIENT.updateItem(
        update ->
            update
                .tableName(name)
                .key(Map.of("pk", s("student#" + id), "sk", s("student#" + id)))
                .updateExpression("REMOVE " + String.join(", ", attributes)));
  }

  void remove(String pk, String sk) {
    CLIENT.deleteItem(delete -> delete.tableName(name).key(Map.of("pk", s(pk), "sk", s(sk))));
  }
}
