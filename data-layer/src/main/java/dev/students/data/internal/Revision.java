package dev.students.data.internal;

import dev.students.data.Student;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * One change of a student's profile: what it sets and removes, on condition that the student is as
 * it was read. Moves the version on. Not thread-safe.
 */
final class Revision {

  private final String table;
  private final StudentItem read;
  private final AsRead condition;
  private final Map<String, AttributeValue> values = new HashMap<>();
  private final List<String> sets = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();

  Revision(String table, StudentItem read, Stamp stamp) {
    this.table = table;
    this.read = read;
    this.condition = AsRead.of(read.item());
    set(Attributes.VERSION, AttributeValue.fromN(Long.toString(nextVersion(read.student()))));
    set(Attributes.UPDATED_AT, stamp.timeValue());
  }

  static long nextVersion(Student student) {
    return student.version() + 1;
  }

  Revision set(String attribute, AttributeValue value) {
    sets.add(attribute + " = :" + attribute);
    values.put(":" + attribute, value);
    return this;
  }

  Revision set(String attribute, String value) {
    return set(attribute, AttributeValue.fromS(value));
  }

  Revision remove(String... attributes) {
    removes.addAll(List.of(attributes));
    return this;
  }

  Action action() {
    String expression = "SET " + String.join(", ", sets);
    if (!removes.isEmpty()) {
      expression += " REMOVE " + String.join(", ", removes);
    }
    values.putAll(condition.values());
    Update update =
        Update.builder()
            .tableName(table)
            .key(Keys.student(read.student().id()))
            .updateExpression(expression)
            .conditionExpression(condition.expression())
            .expressionAttributeValues(values)
            .build();
    return new Action(Part.STUDENT, TransactWriteItem.builder().update(update).build());
  }
}
