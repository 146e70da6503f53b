package dev.students.data.internal;

import static dev.students.data.StudentTable.INDEX_PARTITION_KEY;
import static dev.students.data.StudentTable.PARTITION_KEY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The condition that a student is still as it was read. For changes by this library the version
 * alone would suffice, because it never repeats for an id. The other attributes are those that a
 * legacy client changes without changing the version, and those that are assumed if the caller
 * passes the student. XP is not included, because awards are allowed in between.
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
                  INDEX_PARTITION_KEY,
                  Attributes.DELETED,
                  Attributes.ERASING,
                  Attributes.RESERVED_AS),
              Stream.of(ProfileField.values()).map(ProfileField::attribute))
          .map(Watched::new)
          .toList();

  /** The initial capacity, larger than any condition. */
  private static final int CAPACITY = 400;

  static OptimisticLock of(Item read) {
    StringBuilder condition = new StringBuilder(CAPACITY);
    Map<String, AttributeValue> values = new HashMap<>();
    condition.append("attribute_exists(" + PARTITION_KEY + ")");
    for (Watched each : WATCHED) {
      AttributeValue value = read.attributes().get(each.name());
      if (value == null) {
        condition.append(each.isAbsent());
      } else {
        condition.append(each.isAsRead());
        values.put(each.placeholder(), value);
      }
    }
    return new OptimisticLock(condition.toString(), values);
  }

  /** Omits the values, which are personal data. */
  @Override
  public String toString() {
    return "OptimisticLock[" + condition + "]";
  }
}
