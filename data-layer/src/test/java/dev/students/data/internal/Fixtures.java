package dev.students.data.internal;

import dev.students.data.EmailAddress;
import dev.students.data.PersonName;
import dev.students.data.Student;
import dev.students.data.StudentFixture;
import dev.students.data.StudentId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table name, a student and a time shared by the tests of requests. */
final class Fixtures {

  static final String TABLE = "students";
  static final StudentId ADA = StudentId.of("ada");
  static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
  static final RequestIdentity IDENTITY = new RequestIdentity(NOW, "token", 1);

  private Fixtures() {}

  static AttributeValue s(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue n(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  static AttributeValue yes() {
    return AttributeValue.fromBool(true);
  }

  static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", s(pk), "sk", s(sk));
  }

  static Map<String, AttributeValue> key(String both) {
    return key(both, both);
  }

  /** A student written by this library, at version 3. */
  static Map<String, AttributeValue> live() {
    Map<String, AttributeValue> item = legacy();
    item.put("gsi1_pk", s("ada@example.org"));
    item.put("email", s("Ada@Example.org"));
    item.put("version", n(3));
    item.put("createdAt", s(CREATED.toString()));
    item.put("updatedAt", s(CREATED.toString()));
    item.putAll(IndexKeys.ofProfile(ada()));
    return item;
  }

  /** The same student, soft-deleted. */
  static Map<String, AttributeValue> deleted() {
    Map<String, AttributeValue> item = live();
    IndexKeys.NAMES.forEach(item::remove);
    item.put("deleted", yes());
    item.put("deletedAt", s(CREATED.toString()));
    return item;
  }

  /** A student written by a legacy client. */
  static Map<String, AttributeValue> legacy() {
    Map<String, AttributeValue> item = new HashMap<>(key("student#ada"));
    item.put("entityType", s("student"));
    item.put("firstName", s("Ada"));
    item.put("lastName", s("Lovelace"));
    item.put("xp", n(7));
    item.put("gsi1_pk", s("Ada@example.org"));
    item.put("gsi1_sk", s("student#ada"));
    return item;
  }

  static StudentItem read(Map<String, AttributeValue> item) {
    return StudentItem.read(new Item(item)).orElseThrow();
  }

  /** The student parsed from {@link #live}. */
  static Student ada() {
    return StudentFixture.student(
        ADA,
        PersonName.of("Ada"),
        PersonName.of("Lovelace"),
        EmailAddress.of("Ada@Example.org"),
        7,
        3,
        Optional.of(CREATED),
        Optional.of(CREATED),
        false,
        Optional.empty());
  }

  /** The single action that reserves an address for Ada if its forms are equal. */
  static Action claim(String email) {
    return new Reservation(TABLE, ADA).claim(AddressForms.of(email)).get(0);
  }

  static Action release(String form) {
    return new Reservation(TABLE, ADA).release(List.of(form), Dropped.NOTHING).get(0);
  }

  static Cancellation failed(Map<ActionRole, Map<String, AttributeValue>> items) {
    Map<ActionRole, Item> failures = new HashMap<>();
    items.forEach((part, item) -> failures.put(part, new Item(item)));
    return new Cancellation(failures, Set.of());
  }
}
