package dev.students.data.internal;

import dev.students.data.FindOption;
import dev.students.data.Student;
import dev.students.data.StudentId;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** Reads a student by id. */
record FindById(String table, StudentId id, Set<FindOption> options) {

  GetItemRequest request() {
    return request(table, id, !options.contains(FindOption.EVENTUALLY_CONSISTENT));
  }

  static GetItemRequest request(String table, StudentId id, boolean consistent) {
    return GetItemRequest.builder()
        .tableName(table)
        .key(Keys.student(id))
        .consistentRead(consistent)
        .build();
  }

  Optional<Student> answer(Item read) {
    return StudentItem.read(read)
        .map(StudentItem::student)
        .filter(student -> !student.isDeleted() || options.contains(FindOption.INCLUDE_DELETED));
  }
}
