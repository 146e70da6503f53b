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
    return key(studentText(id));
  }

  static Map<String, AttributeValue> award(StudentId student, AwardId award) {
    return Map.of(
        PARTITION_KEY,
        AttributeValue.fromS(studentText(student)),
        SORT_KEY,
        AttributeValue.fromS(awardText(award)));
  }

  /** The key of a reservation of an address in the given form. */
  static Map<String, AttributeValue> reservation(String address) {
    return key(EMAIL_PREFIX + address);
  }

  static String studentText(StudentId id) {
    return STUDENT_PREFIX + id.value();
  }

  static String awardText(AwardId id) {
    return AWARD_PREFIX + id.value();
  }

  /**
   * A key without personal data: the key of a student or an award in full, and only the prefix of
   * any other key, because the rest can be an address.
   */
  static String printable(String partition, String sort) {
    if (!isId(partition, STUDENT_PREFIX)) {
      int end = partition.indexOf('#') + 1;
      return ValueRules.isIdentifier(partition.substring(0, Math.max(0, end - 1)))
          ? partition.substring(0, end) + "…"
          : "…";
    }
    if (partition.equals(sort)) {
      return partition;
    }
    return partition + "/" + (isId(sort, AWARD_PREFIX) ? sort : "…");
  }

  private static boolean isId(String key, String prefix) {
    return key.startsWith(prefix) && ValueRules.isIdentifier(key.substring(prefix.length()));
  }

  private static Map<String, AttributeValue> key(String partitionAndSort) {
    AttributeValue both = AttributeValue.fromS(partitionAndSort);
    return Map.of(PARTITION_KEY, both, SORT_KEY, both);
  }
}
