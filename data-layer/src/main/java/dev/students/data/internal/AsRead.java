package dev.students.data.internal;

import static dev.students.data.StudentTable.INDEX_PARTITION_KEY;
import static dev.students.data.StudentTable.PARTITION_KEY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The condition that a student still is as it was read. The version alone would do among ourselves;
 * the rest is what an older program changes without it. XP is left out: awards come and go between.
 */
record AsRead(String expression, Map<String, AttributeValue> values) {

  private static final List<String> WATCHED =
      List.of(Attributes.VERSION, INDEX_PARTITION_KEY, Attributes.DELETED, Attributes.ERASING);

  static AsRead of(Item read) {
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
    return new AsRead(String.join(" AND ", conditions), values);
  }
}
