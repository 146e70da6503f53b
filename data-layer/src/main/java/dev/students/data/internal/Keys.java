package dev.students.data.internal;

import static dev.students.data.StudentTable.PARTITION_KEY;
import static dev.students.data.StudentTable.SORT_KEY;

import dev.students.data.AwardId;
import dev.students.data.StudentId;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Primary keys of the three kinds of item. */
final class Keys {

  static final String STUDENT_PREFIX = "student#";
  static final String AWARD_PREFIX = "award#";
  static final String EMAIL_PREFIX = "email#";

  private Keys() {}

  static Map<String, AttributeValue> student(StudentId id) {
    return key(studentText(id), studentText(id));
  }

  static Map<String, AttributeValue> award(StudentId student, AwardId award) {
    return key(studentText(student), AWARD_PREFIX + award.value());
  }

  static Map<String, AttributeValue> reservation(String normalizedEmail) {
    return key(EMAIL_PREFIX + normalizedEmail, EMAIL_PREFIX + normalizedEmail);
  }

  static String studentText(StudentId id) {
    return STUDENT_PREFIX + id.value();
  }

  private static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of(
        PARTITION_KEY, AttributeValue.fromS(partition), SORT_KEY, AttributeValue.fromS(sort));
  }
}
