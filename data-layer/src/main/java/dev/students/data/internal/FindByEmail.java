package dev.students.data.internal;

import static dev.students.data.StudentTable.EMAIL_INDEX;
import static dev.students.data.StudentTable.PARTITION_KEY;

import dev.students.data.EmailAddress;
import dev.students.data.MalformedItemException;
import dev.students.data.Student;
import dev.students.data.StudentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Finds the student with an e-mail address that is not deleted: in the index, whose key is the
 * address in lower case, and through the reservation, whose key is the case-folded address and
 * therefore the same for every spelling.
 */
record FindByEmail(String table, AddressForms forms) {

  private static final Comparator<StudentItem> LATEST_HOLDER_FIRST =
      Comparator.comparing(FindByEmail::holderSince, Comparator.reverseOrder());

  FindByEmail(String table, EmailAddress email) {
    this(table, AddressForms.of(email));
  }

  /**
   * The result of a query of the index.
   *
   * @param student the student to return, if there is one
   * @param malformed why items were skipped
   */
  record Found(Optional<Student> student, List<MalformedItemException> malformed) {}

  /** Queries the index for the lower-case form. */
  QueryRequest request() {
    return request(forms.lowerCase());
  }

  /** Queries the index for the folded form. Empty if the forms are equal. */
  Optional<QueryRequest> requestOfFolded() {
    return forms.differ() ? Optional.of(request(forms.folded())) : Optional.empty();
  }

  /** Reads the reservation. */
  GetItemRequest requestOfReservation() {
    return GetItemRequest.builder()
        .tableName(table)
        .key(Keys.reservation(forms.folded()))
        .consistentRead(false)
        .build();
  }

  /**
   * Uses neither a limit nor a filter: students that a legacy client deleted are still in the index
   * and must not hide one that is not deleted.
   */
  private QueryRequest request(String form) {
    return QueryRequest.builder()
        .tableName(table)
        .indexName(EMAIL_INDEX.name())
        .keyConditionExpression(EMAIL_INDEX.partitionKey() + " = :email")
        .expressionAttributeValues(Map.of(":email", AttributeValue.fromS(form)))
        .build();
  }

  /**
   * Chooses from items in the order of the index: the student that holds the reservation, and among
   * several the one that changed last, because an index that lags behind may show a student that
   * has given up the address beside the student that has taken it. If none holds it, because a
   * legacy client gave several students the same address, chooses the one whose id sorts first.
   * Malformed items and items of other kinds do not hide a student.
   */
  Found answer(List<Item> items) {
    List<StudentItem> students = new ArrayList<>();
    List<MalformedItemException> malformed = new ArrayList<>();
    for (Item item : items) {
      try {
        if (isStudent(item) && !item.flag(Attributes.DELETED)) {
          StudentItem.read(item).ifPresent(students::add);
        }
      } catch (MalformedItemException e) {
        malformed.add(e);
      }
    }
    return new Found(
        students.isEmpty()
            ? Optional.empty()
            : Optional.of(Collections.min(students, LATEST_HOLDER_FIRST).student()),
        malformed);
  }

  /**
   * The student named by the reservation. Empty if there is no reservation or it names no student.
   */
  Optional<StudentId> holder(Item reservation) {
    return reservation
        .attribute(Attributes.STUDENT_ID)
        .flatMap(id -> Optional.ofNullable(id.s()))
        .filter(ValueRules::isIdentifier)
        .map(StudentId::of);
  }

  /** The student that the reservation names, if it has the address and is not deleted. */
  Optional<Student> answer(Item holder) {
    return StudentItem.read(holder)
        .map(StudentItem::student)
        .filter(student -> !student.isDeleted())
        .filter(student -> student.email().normalized().equals(forms.folded()));
  }

  private static boolean isStudent(Item item) {
    return item.text(PARTITION_KEY, key -> key.startsWith(Keys.STUDENT_PREFIX)).orElse(false);
  }

  /**
   * When a holder of the reservation last changed; earlier than any time for students that do not
   * hold it.
   */
  private static Instant holderSince(StudentItem student) {
    return student.holdsReservation()
        ? student.student().updatedAt().orElse(Instant.EPOCH)
        : Instant.MIN;
  }
}
