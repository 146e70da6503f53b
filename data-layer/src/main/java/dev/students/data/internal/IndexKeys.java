package dev.students.data.internal;

import static dev.students.data.StudentTable.INDEX_PARTITION_KEY;
import static dev.students.data.StudentTable.INDEX_SORT_KEY;

import dev.students.data.EmailAddress;
import dev.students.data.StudentId;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The key attributes of the index. A student that is not deleted has all of them, a deleted student
 * none.
 */
final class IndexKeys {

  static final List<String> NAMES = List.of(INDEX_PARTITION_KEY, INDEX_SORT_KEY);

  private IndexKeys() {}

  static Map<String, AttributeValue> of(StudentId id, EmailAddress email) {
    return Map.of(
        INDEX_PARTITION_KEY, AttributeValue.fromS(AddressForms.of(email.value()).lowerCase()),
        INDEX_SORT_KEY, AttributeValue.fromS(Keys.studentText(id)));
  }
}
