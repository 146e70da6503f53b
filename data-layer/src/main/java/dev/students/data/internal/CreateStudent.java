package dev.students.data.internal;

import static dev.students.data.StudentTable.PARTITION_KEY;

import dev.students.data.EmailTakenException;
import dev.students.data.NewStudent;
import dev.students.data.Student;
import dev.students.data.StudentExistsException;
import dev.students.data.StudentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Creates a student and reserves the e-mail address. */
record CreateStudent(String table, StudentId id, NewStudent wanted, RequestIdentity identity) {

  /** The initial capacity of an item, enough for all its attributes. */
  private static final int CAPACITY = 32;

  static CreateStudent of(String table, NewStudent wanted, RequestIdentity identity) {
    return new CreateStudent(table, wanted.id().orElseGet(StudentId::random), wanted, identity);
  }

  Decision.Write write() {
    Student created = created();
    AddressForms forms = AddressForms.of(wanted.email());
    Put put =
        Put.builder()
            .tableName(table)
            .item(item(created, forms))
            .conditionExpression("attribute_not_exists(" + PARTITION_KEY + ")")
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    List<Action> actions = new ArrayList<>();
    actions.add(new Action(ActionRole.STUDENT, TransactWriteItem.builder().put(put).build()));
    actions.addAll(new Reservation(table, id).claim(forms));
    return new Decision.Write(Transaction.of(identity.token(), actions), created);
  }

  /**
   * Returns the current state of a student that an earlier call created with the same content.
   *
   * <p>Empty if the student must be read first: when DynamoDB reports that the address is taken,
   * possibly by this very student, it need not report that the student exists.
   *
   * @throws StudentExistsException if the id was used for a student with different content
   * @throws EmailTakenException if another student has the address
   */
  Optional<Student> answer(Cancellation cancellation) {
    if (cancellation.failed(ActionRole.STUDENT)) {
      return Optional.of(repeated(cancellation.item(ActionRole.STUDENT)));
    }
    if (wanted.id().isEmpty()) {
      throw new EmailTakenException();
    }
    return Optional.empty();
  }

  /** Evaluates the failure after the student was read. */
  Student answer(Item read) {
    if (read.isEmpty()) {
      throw new EmailTakenException();
    }
    return repeated(read);
  }

  private Student repeated(Item existing) {
    if (!Fingerprint.matches(existing, id, wanted)) {
      throw new StudentExistsException(id);
    }
    return StudentItem.read(existing)
        .map(StudentItem::student)
        .orElseThrow(() -> new StudentExistsException(id));
  }

  /** The student as a later read will return it. */
  private Student created() {
    Optional<Instant> now = Optional.of(identity.time());
    return new Student(
        id,
        wanted.firstName(),
        wanted.lastName(),
        wanted.email(),
        0,
        identity.firstVersion(),
        now,
        now,
        false,
        Optional.empty());
  }

  private Map<String, AttributeValue> item(Student created, AddressForms forms) {
    Map<String, AttributeValue> item = new HashMap<>(CAPACITY);
    item.putAll(Keys.student(id));
    item.put(Attributes.ENTITY_TYPE, EntityType.STUDENT);
    for (ProfileField field : ProfileField.values()) {
      field.of(wanted).ifPresent(value -> item.put(field.attribute(), AttributeValue.fromS(value)));
    }
    item.put(Attributes.XP, AttributeValue.fromN("0"));
    item.put(Attributes.VERSION, AttributeValue.fromN(Long.toString(identity.firstVersion())));
    AttributeValue now = identity.timeValue();
    item.put(Attributes.CREATED_AT, now);
    item.put(Attributes.UPDATED_AT, now);
    item.put(Attributes.FINGERPRINT, Fingerprint.of(id, wanted));
    item.putAll(IndexKeys.of(created));
    StudentItem.reservedAs(forms).ifPresent(form -> item.put(Attributes.RESERVED_AS, form));
    return item;
  }
}
