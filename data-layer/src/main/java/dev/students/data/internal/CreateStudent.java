package dev.students.data.internal;

import static dev.students.data.StudentTable.INDEX_PARTITION_KEY;
import static dev.students.data.StudentTable.INDEX_SORT_KEY;
import static dev.students.data.StudentTable.PARTITION_KEY;

import dev.students.data.EmailTakenException;
import dev.students.data.NewStudent;
import dev.students.data.Student;
import dev.students.data.StudentExistsException;
import dev.students.data.StudentId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Creates a student and reserves the e-mail address. */
record CreateStudent(String table, StudentId id, NewStudent wanted, Stamp stamp) {

  static CreateStudent of(String table, NewStudent wanted, Stamp stamp) {
    return new CreateStudent(table, wanted.id().orElseGet(StudentId::random), wanted, stamp);
  }

  Transaction transaction() {
    Put put =
        Put.builder()
            .tableName(table)
            .item(item())
            .conditionExpression("attribute_not_exists(" + PARTITION_KEY + ")")
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return Transaction.of(
        stamp.token(),
        List.of(
            new Action(Part.STUDENT, TransactWriteItem.builder().put(put).build()),
            new Reservation(table, wanted.email().normalized(), id).claim()));
  }

  Student created() {
    return new Student(
        id,
        wanted.firstName(),
        wanted.lastName(),
        wanted.email(),
        0,
        1,
        Optional.of(stamp.time()),
        Optional.of(stamp.time()),
        false,
        Optional.empty());
  }

  /**
   * The student whom an earlier call with the same content created, as it is now.
   *
   * <p>Nothing comes back when the student must be read to tell: DynamoDB need not report that the
   * student is there when it reports that the address is taken, maybe by this very student.
   *
   * @throws StudentExistsException when the id was used for other content
   * @throws EmailTakenException when another student has the address
   */
  Optional<Student> answer(Cancellation cancellation) {
    if (cancellation.failed(Part.STUDENT)) {
      return Optional.of(repeated(cancellation.item(Part.STUDENT)));
    }
    if (wanted.id().isEmpty()) {
      throw new EmailTakenException();
    }
    return Optional.empty();
  }

  /** The same, once the student was read. */
  Student answer(Item read) {
    if (read.isEmpty()) {
      throw new EmailTakenException();
    }
    return repeated(read);
  }

  private Student repeated(Item existing) {
    boolean same =
        existing
            .attribute(Attributes.FINGERPRINT)
            .filter(Fingerprint.of(id, wanted)::equals)
            .isPresent();
    if (!same) {
      throw new StudentExistsException(id);
    }
    return StudentItem.read(existing)
        .map(StudentItem::student)
        .orElseThrow(() -> new StudentExistsException(id));
  }

  private Map<String, AttributeValue> item() {
    Map<String, AttributeValue> item = new HashMap<>(Keys.student(id));
    item.put(Attributes.ENTITY_TYPE, AttributeValue.fromS("student"));
    item.put(Attributes.FIRST_NAME, AttributeValue.fromS(wanted.firstName().value()));
    item.put(Attributes.LAST_NAME, AttributeValue.fromS(wanted.lastName().value()));
    item.put(Attributes.EMAIL, AttributeValue.fromS(wanted.email().value()));
    item.put(Attributes.XP, AttributeValue.fromN("0"));
    item.put(Attributes.VERSION, AttributeValue.fromN("1"));
    item.put(Attributes.CREATED_AT, stamp.timeValue());
    item.put(Attributes.UPDATED_AT, stamp.timeValue());
    item.put(Attributes.FINGERPRINT, Fingerprint.of(id, wanted));
    item.put(INDEX_PARTITION_KEY, AttributeValue.fromS(wanted.email().normalized()));
    item.put(INDEX_SORT_KEY, AttributeValue.fromS(Keys.studentText(id)));
    return item;
  }
}
