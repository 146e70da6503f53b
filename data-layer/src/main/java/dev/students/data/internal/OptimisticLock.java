package dev.students.data.internal;

import static dev.students.data.StudentTable.INDEX_PARTITION_KEY;
import static dev.students.data.StudentTable.PARTITION_KEY;

import java.util.ArrayList;
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

  private static final List<String> WATCHED =
      Stream.concat(
              Stream.of(
                  Attributes.VERSION,
                  INDEX_PARTITION_KEY,
                  Attributes.DELETED,
                  Attributes.ERASING,
                  Attributes.RESERVED_AS),
              Stream.of(ProfileField.values()).map(ProfileField::attribute))
          .toList();

  static OptimisticLock of(Item read) {
    List<String> conditions = new ArrayList<>();
    Map<String, AttributeValue> values = new HashMap<>();
    conditions.add("attribute_exists(" + PARTITION_KEY + ")");
    for (String name : WATCHED) {
      read.attribute(name)
          .ifPresentOrElse(
              value -> {
                conditions.add(name + " = :read_" + name);
                values.put(":read_" + name, value);
              },
              () -> conditions.add("attribute_not_exists(" + name + ")"));
    }
    return new OptimisticLock(String.join(" AND ", conditions), values);
  }
}
