package dev.students.data.internal;

import dev.students.data.EmailAddress;
import dev.students.data.PersonName;
import dev.students.data.Student;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * One change of a student's item, from which both the request and the returned student are derived.
 * Not thread-safe.
 */
final class Revision {

  /** The initial capacity, enough for most expressions. */
  private static final int CAPACITY = 150;

  private final StudentItem read;
  private final RequestIdentity identity;
  private final AttributeValue time;
  private final Map<String, AttributeValue> sets = new TreeMap<>();
  private final TreeSet<String> removes = new TreeSet<>();

  Revision(StudentItem read, RequestIdentity identity) {
    this.read = read;
    this.identity = identity;
    this.time = identity.timeValue();
  }

  /** Whether nothing is changed. */
  boolean isEmpty() {
    return sets.isEmpty() && removes.isEmpty();
  }

  Revision set(String attribute, AttributeValue value) {
    if (!value.equals(read.item().attributes().get(attribute))) {
      sets.put(attribute, value);
    }
    return this;
  }

  /** Sets an attribute to the time of the request. */
  Revision setTime(String attribute) {
    return set(attribute, time);
  }

  Revision remove(String attribute) {
    if (read.item().attributes().containsKey(attribute)) {
      removes.add(attribute);
    }
    return this;
  }

  /** Sets the address of a student that is not deleted and for whom it is reserved. */
  Revision reserved(EmailAddress email) {
    set(ProfileField.EMAIL.attribute(), AttributeValue.fromS(email.value()));
    AddressForms forms = AddressForms.of(email);
    IndexKeys.ofEmail(read.student().id(), forms).forEach(this::set);
    StudentItem.reservedAs(forms)
        .ifPresentOrElse(
            form -> set(Attributes.RESERVED_AS, form), () -> remove(Attributes.RESERVED_AS));
    return this;
  }

  /** Sets the address of a deleted student, which keeps it for a restore. */
  Revision released() {
    set(ProfileField.EMAIL.attribute(), AttributeValue.fromS(read.student().email().value()));
    removes.addAll(IndexKeys.NAMES);
    return remove(Attributes.RESERVED_AS);
  }

  /** Returns the write of the student, followed by the other actions, and the resulting student. */
  Decision.Write write(String table, List<Action> others) {
    long version = identity.versionAfter(read.student().version());
    set(Attributes.VERSION, AttributeValue.fromN(Long.toString(version)));
    setTime(Attributes.UPDATED_AT);
    Fingerprint.readable(read.item()).ifPresent(value -> set(Attributes.FINGERPRINT, value));
    Student after = after(version, identity.time());
    if (!after.isDeleted()) {
      IndexKeys.ofProfile(after).forEach(this::set);
    }
    List<Action> actions = new ArrayList<>();
    actions.add(update(table));
    actions.addAll(others);
    return new Decision.Write(Transaction.of(identity.token(), actions), after);
  }

  /** The student as a later read will return it, without parsing the attributes again. */
  private Student after(long version, Instant now) {
    Student before = read.student();
    return new Student(
        before.id(),
        text(ProfileField.FIRST_NAME).map(PersonName::of).orElse(before.firstName()),
        text(ProfileField.LAST_NAME).map(PersonName::of).orElse(before.lastName()),
        text(ProfileField.EMAIL).map(EmailAddress::of).orElse(before.email()),
        before.xp(),
        version,
        before.createdAt(),
        Optional.of(now),
        sets.containsKey(Attributes.DELETED)
            || (before.isDeleted() && !removes.contains(Attributes.DELETED)),
        deletedAt(before, now));
  }

  private Optional<Instant> deletedAt(Student before, Instant now) {
    if (sets.containsKey(Attributes.DELETED_AT)) {
      return Optional.of(now);
    }
    return removes.contains(Attributes.DELETED_AT) ? Optional.empty() : before.deletedAt();
  }

  private Optional<String> text(ProfileField field) {
    return Optional.ofNullable(sets.get(field.attribute())).map(AttributeValue::s);
  }

  private Action update(String table) {
    OptimisticLock lock = OptimisticLock.of(read.item());
    Map<String, AttributeValue> values = lock.values();
    StringBuilder expression = new StringBuilder(CAPACITY);
    String separator = "SET ";
    for (Map.Entry<String, AttributeValue> set : sets.entrySet()) {
      String placeholder = ":" + set.getKey();
      expression.append(separator).append(set.getKey()).append(" = ").append(placeholder);
      values.put(placeholder, set.getValue());
      separator = ", ";
    }
    separator = " REMOVE ";
    for (String removed : removes) {
      expression.append(separator).append(removed);
      separator = ", ";
    }
    Update update =
        Update.builder()
            .tableName(table)
            .key(Keys.student(read.student().id()))
            .updateExpression(expression.toString())
            .conditionExpression(lock.condition())
            .expressionAttributeValues(values)
            .build();
    return new Action(ActionRole.STUDENT, TransactWriteItem.builder().update(update).build());
  }
}
