package dev.students.infra.internal.restore;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of a table that an environment's template decides, and that a restored table must
 * have again. Keys and indexes are written out as text, because they are compared and never set.
 *
 * @param keySchema of the table: {@code pk HASH, sk RANGE}
 * @param indexes key schema and projection, by index name
 * @param encryptionKey a customer-managed key; if empty, a key that DynamoDB owns
 * @param insights the mode of CloudWatch Contributor Insights; for an index under its name, for the
 *     table under {@code table}; a name that is absent is off
 * @param maxUnits the maximum throughput per second: {@code table read}, {@code gsi1 write} …;
 *     absent means no maximum
 * @param resourcePolicy as JSON with sorted keys
 */
record TableSettings(
    String keySchema,
    Map<String, String> indexes,
    String billing,
    boolean deletionProtection,
    boolean pointInTimeRecovery,
    Optional<String> encryptionKey,
    Map<String, String> tags,
    Map<String, String> insights,
    Map<String, Long> maxUnits,
    Optional<String> resourcePolicy) {

  static final String TABLE = "table";

  TableSettings {
    indexes = Map.copyOf(indexes);
    tags = Map.copyOf(tags);
    insights = Map.copyOf(insights);
    maxUnits = Map.copyOf(maxUnits);
  }

  /** Each setting that differs, by its name: what it is and what it should be. */
  Map<String, String> differencesFrom(TableSettings expected) {
    Map<String, String> differences = new TreeMap<>();
    compare(differences, "keys", keySchema, expected.keySchema);
    compare(differences, "indexes", indexes, expected.indexes);
    compare(differences, "billing mode", billing, expected.billing);
    compare(differences, "deletion protection", deletionProtection, expected.deletionProtection);
    compare(
        differences, "point-in-time recovery", pointInTimeRecovery, expected.pointInTimeRecovery);
    compare(differences, "encryption key", encryptionKey, expected.encryptionKey);
    compare(differences, "tags", tags, expected.tags);
    compare(differences, "Contributor Insights", insights, expected.insights);
    compare(differences, "maximum throughput", maxUnits, expected.maxUnits);
    compare(differences, "resource policy", resourcePolicy, expected.resourcePolicy);
    return differences;
  }

  private static void compare(
      Map<String, String> differences, String name, Object actual, Object expected) {
    if (!actual.equals(expected)) {
      differences.put(name, "is %s, should be %s".formatted(text(actual), text(expected)));
    }
  }

  private static String text(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(String::valueOf).orElse("none");
    }
    if (value instanceof Map<?, ?> map) {
      return new TreeMap<>(map).toString();
    }
    if (value instanceof Boolean on) {
      return on ? "on" : "off";
    }
    return value.toString();
  }
}
