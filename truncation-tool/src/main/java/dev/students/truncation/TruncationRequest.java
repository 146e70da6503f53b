package dev.students.truncation;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the function is asked.
 *
 * <p>As JSON: {@code {"table": "students-dev-Table1", "dryRun": false, "seconds": 45,
 * "acceptStream": false, "acceptReplicas": false}}. Only {@code table} is needed. A field that is
 * not one of these is an error: a misspelt {@code dryRun} must not delete.
 *
 * @param table the name of the table that the function truncates, as a confirmation
 * @param dryRun only count, and estimate
 * @param seconds to work before answering, 1 to 60
 * @param acceptStream the table may have a stream
 * @param acceptReplicas the table may have replicas
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
   * @param json null where the payload was {@code null}
   * @throws InvalidTruncationException when a field is unknown, missing or of the wrong type
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
