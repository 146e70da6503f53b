package dev.students.data.internal;

import static dev.students.data.StudentTable.EMAIL_INDEX;
import static dev.students.data.StudentTable.PARTITION_KEY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The condition that a student is still as it was read. For changes by this library the version
 * alone would suffice, because it never repeats for an id. The other attributes are those that a
 * legacy client changes without changing the version, and those that are assumed if the caller
 * passes the student. XP is not included, because awards are allowed in between.
 *
 * @param condition the condition
 * @param values its values by placeholder; an update adds its own
 */
record OptimisticLock(String condition, Map<String, AttributeValue> values) {

  /** An attribute to compare, with the parts of the condition for its two cases. */
  private record Watched(String name, String placeholder, String isAsRead, String isAbsent) {

    Watched(String name) {
      this(
          name,
          ":read_" + name,
          " AND " + name + " = :read_" + name,
          " AND attribute_not_exists(" + name + ")");
    }
  }

  private static final List<Watched> WATCHED =
      Stream.concat(
              Stream.of(
                  Attributes.VERSION,
                  EMAIL_INDEX.partitionKey(),
                  Attributes.DELETED,
                  Attributes.ERASING,
                  Attributes.RESERVED_AS),
              Stream.of(ProfileField.values()).map(ProfileField::attribute))
          .map(Watched::new)
          .toList();

  /** The conditions so far, by the attributes that are present: one bit for each watched one. */
  private static final Map<Integer, String> CONDITIONS = new ConcurrentHashMap<>();

  static OptimisticLock of(Item read) {
    Map<String, AttributeValue> values = new HashMap<>();
    int present = 0;
    for (int i = 0; i < WATCHED.size(); i++) {
      AttributeValue value = read.attributes().get(WATCHED.get(i).name());
      if (value != null) {
        present |= 1 << i;
        values.put(WATCHED.get(i).placeholder(), value);
      }
    }
    return new OptimisticLock(
        CONDITIONS.computeIfAbsent(present, OptimisticLock::condition), values);
  }

  private static String condition(int present) {
    StringBuilder condition = new StringBuilder("attribute_exists(" + PARTITION_KEY + ")");
    for (int i = 0; i < WATCHED.size(); i++) {
      Watched each = WATCHED.get(i);
      condition.append((present & 1 << i) == 0 ? each.isAbsent() : each.isAsRead());
    }
    return condition.toString();
  }

  /** Omits the values, which are personal data. */
  @Override
  public String toString() {
    return "OptimisticLock[" + condition + "]";
  }
}
