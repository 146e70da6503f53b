package dev.students.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An item in DynamoDB JSON.
 *
 * @param attributes the attributes beside the key, each as its type and value in JSON
 */
record TestItem(String partition, String sort, Map<String, String> attributes) {

  static TestItem of(String partition, String sort) {
    return new TestItem(partition, sort, Map.of());
  }

  /** A student as the store writes it. */
  static TestItem student(String id, String email, long xp) {
    return of("student#" + id, "student#" + id)
        .s("entityType", "student")
        .s("firstName", "Ada")
        .s("lastName", "Lovelace")
        .s("email", email)
        .s("gsi1_pk", email)
        .s("gsi1_sk", "student#" + id)
        .n("xp", xp)
        .n("version", 1)
        .s("createdAt", "2026-01-02T03:04:05.678Z")
        .s("updatedAt", "2026-01-02T03:04:05.678Z");
  }

  static TestItem award(String student, String id, long amount) {
    return of("student#" + student, "award#" + id)
        .s("entityType", "xpAward")
        .n("amount", amount)
        .s("awardedAt", "2026-01-02T03:04:05.678Z");
  }

  static TestItem reservation(String email, String student) {
    return of("email#" + email, "email#" + email)
        .s("entityType", "emailReservation")
        .s("studentId", student);
  }

  TestItem s(String name, String value) {
    return with(name, "{\"S\":\"" + value + "\"}");
  }

  TestItem n(String name, long value) {
    return with(name, "{\"N\":\"" + value + "\"}");
  }

  TestItem yes(String name) {
    return with(name, "{\"BOOL\":true}");
  }

  TestItem without(String... names) {
    Map<String, String> fewer = new LinkedHashMap<>(attributes);
    for (String name : names) {
      fewer.remove(name);
    }
    return new TestItem(partition, sort, fewer);
  }

  private TestItem with(String name, String json) {
    Map<String, String> more = new LinkedHashMap<>(attributes);
    more.put(name, json);
    return new TestItem(partition, sort, more);
  }

  String json() {
    return "{\"pk\":{\"S\":\"%s\"},\"sk\":{\"S\":\"%s\"}%s}"
        .formatted(
            partition,
            sort,
            attributes.entrySet().stream()
                .map(entry -> ",\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining()));
  }

  String keyJson() {
    return of(partition, sort).json();
  }
}
