package dev.students.data.internal;

import static dev.students.data.StudentTable.INDEX_PARTITION_KEY;
import static dev.students.data.StudentTable.PARTITION_KEY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The condition that a student still is as it was read. Among ourselves the version alone would do,
 * for it is never repeated for an id; the rest is what a legacy client changes without it, and what
 * is assumed of the item where the caller gives the student. XP is left out, since awards may come
 * and go in between.
 */
record OptimisticLock(String condition, Map<String, AttributeValue> values) {

  /** An attribute that is compared, and the parts of the condition that it can take. */
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

  /** Longer than any condition. */
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

  /** Without the values: they are personal data. */
  @Override
  public String toString() {
    return "OptimisticLock[" + condition + "]";
  }
}
