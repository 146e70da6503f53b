package dev.students.data.internal;

import static dev.students.data.StudentTable.INDEX;
import static dev.students.data.StudentTable.INDEX_PARTITION_KEY;

import dev.students.data.EmailAddress;
import dev.students.data.Student;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Finds the live student of an e-mail address in the index. Neither a limit nor a filter: students
 * whom an older program deleted are still in the index and must not hide a live one.
 */
record FindByEmail(String table, EmailAddress email) {

  QueryRequest request() {
    return QueryRequest.builder()
        .tableName(table)
        .indexName(INDEX)
        .keyConditionExpression(INDEX_PARTITION_KEY + " = :email")
        .expressionAttributeValues(Map.of(":email", AttributeValue.fromS(email.normalized())))
        .build();
  }

  /**
   * The one who holds the reservation: of several the one that changed last, for an index that lags
   * may still show a student that has given the address up beside the one that took it then. Where
   * an older program let several have one address and none of them holds it, the one whose id sorts
   * first.
   */
  Optional<Student> answer(List<Item> found) {
    return found.stream()
        .filter(item -> !item.flag(Attributes.DELETED))
        .flatMap(item -> StudentItem.read(item).stream())
        .min(
            Comparator.comparing(FindByEmail::holderSince, Comparator.reverseOrder())
                .thenComparing(student -> student.student().id().value()))
        .map(StudentItem::student);
  }

  /** The last change of the one who holds the reservation, before which are all who do not. */
  private static Instant holderSince(StudentItem student) {
    return student.holdsReservation()
        ? student.student().updatedAt().orElse(Instant.EPOCH)
        : Instant.MIN;
  }
}
