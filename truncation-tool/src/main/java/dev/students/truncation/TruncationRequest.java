package dev.students.truncation;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A request to the function.
 *
 * <p>As JSON: {@code {"table": "students-dev-Table1", "dryRun": false, "seconds": 45,
 * "acceptStream": false, "acceptReplicas": false}}. Only {@code table} is required. Any other field
 * is an error, so that a misspelled {@code dryRun} cannot delete anything.
 *
 * @param table the name of the table that the function truncates, as a confirmation
 * @param dryRun whether to only count the items and estimate the cost
 * @param seconds the time to work before returning, 1 to 60
 * @param acceptStream whether the table may have a stream
 * @param acceptReplicas whether the table may have replicas
 */
public record TruncationRequest(
    String table, boolean dryRun, int seconds, boolean acceptStream, boolean acceptReplicas) {

  private static final int DEFAULT_SECONDS = 45;
  private static final int MAXIMUM_SECONDS = 60;
  private static final Set<String> FIELDS =
      Set.of("table", "dryRun", "seconds", "acceptStream", "acceptReplicas");

  public TruncationRequest {
    if (table.isBlank()) {
      throw new InvalidTruncationException(
          "table", "must be the name of the table, as a confirmation");
    }
    if (seconds < 1 || seconds > MAXIMUM_SECONDS) {
      throw new InvalidTruncationException(
          "seconds", "must be 1 to " + MAXIMUM_SECONDS + ", not " + seconds);
    }
  }

  /**
   * Reads a request from parsed JSON.
   *
   * @param json the request; null if the payload was {@code null}
   * @throws InvalidTruncationException if a field is unknown, missing or of the wrong type
   */
  public static TruncationRequest fromJson(@Nullable Map<String, Object> json) {
    if (json == null) {
      throw new InvalidTruncationException("request", "must be an object, such as {\"table\": …}");
    }
    for (String field : new TreeSet<>(json.keySet())) {
      if (!FIELDS.contains(field)) {
        throw new InvalidTruncationException(
            field, "is not a field of the request; there are " + new TreeSet<>(FIELDS));
      }
    }
    if (!(json.get("table") instanceof String table)) {
      throw new InvalidTruncationException(
          "table", "must be the name of the table, as a confirmation");
    }
    return new TruncationRequest(
        table,
        flag(json, "dryRun"),
        seconds(json),
        flag(json, "acceptStream"),
        flag(json, "acceptReplicas"));
  }

  private static boolean flag(Map<String, Object> json, String field) {
    if (!json.containsKey(field)) {
      return false;
    }
    if (json.get(field) instanceof Boolean flag) {
      return flag;
    }
    throw new InvalidTruncationException(field, "must be true or false");
  }

  private static int seconds(Map<String, Object> json) {
    if (!json.containsKey("seconds")) {
      return DEFAULT_SECONDS;
    }
    if (json.get("seconds") instanceof Integer seconds) {
      return seconds;
    }
    throw new InvalidTruncationException("seconds", "must be a whole number");
  }
}
