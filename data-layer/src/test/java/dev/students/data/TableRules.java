package dev.students.data;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The invariants of every table that the store has written. */
record TableRules(Map<String, Map<String, AttributeValue>> items) {

  /** The violated invariants, with the items that violate them. */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    items.forEach(
        (key, item) -> {
          if (key.startsWith("email#")) {
            reservation(key, item, broken);
          } else if (key.contains("/award#")) {
            check(student(item) != null, "an award belongs to a student", key, item, broken);
          } else {
            student(key, item, broken);
          }
        });
    unreadableByLegacyClients()
        .forEach(attribute -> broken.add("violated: a legacy client can read it: " + attribute));
    return broken;
  }

  /** The attributes of students whose types a legacy client cannot read. */
  List<String> unreadableByLegacyClients() {
    List<String> unreadable = new ArrayList<>();
    items.forEach(
        (key, item) -> {
          if (key.startsWith("student#")) {
            item.forEach(
                (name, value) -> {
                  if (!isReadable(value)) {
                    unreadable.add(key + ": " + name + " " + value);
                  }
                });
          }
        });
    return unreadable;
  }

  private static boolean isReadable(AttributeValue value) {
    return switch (value.type()) {
      case S -> !value.s().isEmpty();
      case N ->
          new BigDecimal(value.n()).compareTo(new BigDecimal(Double.parseDouble(value.n()))) == 0;
      case BOOL -> value.bool();
      default -> false;
    };
  }

  private void reservation(String key, Map<String, AttributeValue> item, List<String> broken) {
    String pk = "student#" + TestTable.text(item, "studentId");
    Map<String, AttributeValue> student = items.get(pk + "/" + pk);
    check(
        student != null
            && student.containsKey("gsi1_pk")
            && ("email#" + email(student)).equals(TestTable.text(item, "pk")),
        "a reservation belongs to the student that it names",
        key,
        item,
        broken);
  }

  private void student(String key, Map<String, AttributeValue> item, List<String> broken) {
    check(!item.containsKey("erasing"), "a marker is deleted in the end", key, item, broken);
    if (Objects.equals(email(item), text(item, "gsi1_pk"))) {
      Map<String, AttributeValue> reservation =
          items.get("email#%1$s/email#%1$s".formatted(email(item)));
      check(
          reservation != null
              && ("student#" + TestTable.text(reservation, "studentId"))
                  .equals(TestTable.text(item, "pk")),
          "a student in the index has its address reserved",
          key,
          item,
          broken);
    }
    long sum =
        items.entrySet().stream()
            .filter(award -> award.getKey().startsWith(TestTable.text(item, "pk") + "/award#"))
            .mapToLong(award -> number(award.getValue(), "amount"))
            .sum();
    // A student written by the legacy client starts with 7 XP and has no time of creation.
    long start = item.containsKey("createdAt") ? 0 : 7;
    check(number(item, "xp") == start + sum, "the XP is the sum of the awards", key, item, broken);
  }

  private @Nullable Map<String, AttributeValue> student(Map<String, AttributeValue> award) {
    String pk = TestTable.text(award, "pk");
    return items.get(pk + "/" + pk);
  }

  private static @Nullable String email(Map<String, AttributeValue> student) {
    String typed = text(student, "email");
    return typed == null ? null : EmailAddress.of(typed).normalized();
  }

  private static @Nullable String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? null : value.s();
  }

  private static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(requireNonNull(item.get(name), name).n());
  }

  private static void check(
      boolean holds,
      String rule,
      String key,
      Map<String, AttributeValue> item,
      List<String> broken) {
    if (!holds) {
      broken.add("violated: %s: %s %s".formatted(rule, key, item));
    }
  }
}
