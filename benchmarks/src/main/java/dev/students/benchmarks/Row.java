package dev.students.benchmarks;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A student as somebody would read it who trusts the table: all attributes, nothing checked. */
record Row(
    String id,
    String firstName,
    String lastName,
    String email,
    @Nullable String indexed,
    long xp,
    long version,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt) {

  static Row of(Map<String, AttributeValue> item) {
    return new Row(
        text(item, "pk").substring("student#".length()),
        text(item, "firstName"),
        text(item, "lastName"),
        text(item, "email"),
        item.containsKey("gsi1_pk") ? text(item, "gsi1_pk") : null,
        Long.parseLong(attribute(item, "xp").n()),
        Long.parseLong(attribute(item, "version").n()),
        Instant.parse(text(item, "createdAt")),
        Instant.parse(text(item, "updatedAt")),
        item.containsKey("deletedAt") ? Instant.parse(text(item, "deletedAt")) : null);
  }

  /** The same under another name, one version on. */
  Row renamed(String newFirstName) {
    return new Row(
        id,
        newFirstName,
        lastName,
        email,
        indexed,
        xp,
        version + 1,
        createdAt,
        Instant.now(),
        deletedAt);
  }

  static boolean isAward(Map<String, AttributeValue> item) {
    return text(item, "sk").startsWith("award#");
  }

  private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    return requireNonNull(item.get(name));
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return attribute(item, name).s();
  }

  /** An award, read likewise. */
  record Award(String id, long amount, Instant awardedAt) {

    static Award of(Map<String, AttributeValue> item) {
      return new Award(
          text(item, "sk").substring("award#".length()),
          Long.parseLong(attribute(item, "amount").n()),
          Instant.parse(text(item, "awardedAt")));
    }
  }
}
