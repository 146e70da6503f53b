package dev.students.data.internal;

import static dev.students.data.StudentTable.EMAIL_INDEX;

import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The key attributes of the indexes. A student that is not deleted has all of them, a deleted
 * student none.
 */
final class IndexKeys {

  static final List<String> NAMES =
      StudentTable.INDEXES.stream()
          .flatMap(index -> Stream.of(index.partitionKey(), index.sortKey()))
          .toList();

  private IndexKeys() {}

  /** The keys of a student in all indexes. */
  static Map<String, AttributeValue> of(Student student) {
    Map<String, AttributeValue> keys =
        new HashMap<>(ofEmail(student.id(), AddressForms.of(student.email())));
    keys.putAll(ofProfile(student));
    return keys;
  }

  /** The keys in the index by e-mail address, which change together with the reservation. */
  static Map<String, AttributeValue> ofEmail(StudentId id, AddressForms forms) {
    return Map.of(
        EMAIL_INDEX.partitionKey(), AttributeValue.fromS(forms.lowerCase()),
        EMAIL_INDEX.sortKey(), AttributeValue.fromS(Keys.studentText(id)));
  }

  /** The keys in the other indexes, which every change brings up to date. There are none yet. */
  static Map<String, AttributeValue> ofProfile(Student student) {
    return Map.of();
  }
}
