package dev.students.acceptance.steps;

import dev.students.data.StudentId;
import dev.students.data.StudentTable;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The key of a student in the table, for steps that bypass the store. */
final class StudentKey {

  private StudentKey() {}

  static Map<String, AttributeValue> of(StudentId id) {
    return Map.of(StudentTable.PARTITION_KEY, partition(id), StudentTable.SORT_KEY, partition(id));
  }

  /** The partition that contains all items of the student. */
  static AttributeValue partition(StudentId id) {
    return AttributeValue.fromS("student#" + id.value());
  }
}
