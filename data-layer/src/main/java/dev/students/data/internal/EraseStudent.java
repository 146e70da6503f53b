package dev.students.data.internal;

import static dev.students.data.StudentTable.EMAIL_INDEX;
import static dev.students.data.StudentTable.PARTITION_KEY;
import static dev.students.data.StudentTable.SORT_KEY;

import dev.students.data.StudentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Removes a student, its reservation and its awards permanently, in steps that can be resumed at
 * any point. First a marker without personal data replaces the student, which frees the address and
 * prevents further awards; then the awards are deleted; the marker is deleted last. Each marker has
 * its own version, so that a step that was decided under one marker is not applied under another.
 */
record EraseStudent(String table, StudentId id) {

  /** One action of each transaction is for the student's item. */
  private static final int AWARDS_AT_ONCE = Transaction.MOST_ACTIONS - 1;

  boolean isMarked(Item student) {
    return student.flag(Attributes.ERASING);
  }

  /** The marker that replaces a student. */
  Item mark(RequestIdentity identity) {
    Map<String, AttributeValue> mark = new HashMap<>(Keys.student(id));
    mark.put(Attributes.ENTITY_TYPE, EntityType.STUDENT);
    mark.put(Attributes.DELETED, Attributes.TRUE);
    mark.put(Attributes.ERASING, Attributes.TRUE);
    mark.put(Attributes.VERSION, AttributeValue.fromN(Long.toString(identity.firstVersion())));
    return new Item(mark);
  }

  /** Replaces the student by the marker, on condition that it is as read, and frees its address. */
  Transaction putMark(Item read, Dropped dropped, RequestIdentity identity) {
    OptimisticLock lock = OptimisticLock.of(read);
    Put.Builder put =
        Put.builder()
            .tableName(table)
            .item(mark(identity).attributes())
            .conditionExpression(lock.condition());
    if (!lock.values().isEmpty()) { // as those of a phantom are
      put.expressionAttributeValues(lock.values());
    }
    List<Action> actions = new ArrayList<>();
    actions.add(
        new Action(ActionRole.STUDENT, TransactWriteItem.builder().put(put.build()).build()));
    if (!hasFreedItsAddress(read)) {
      actions.addAll(
          new Reservation(table, id).release(StudentItem.everyReservedForm(read), dropped));
    }
    return Transaction.of(identity.token(), actions);
  }

  /** Requests the next awards to delete, as many as fit into one transaction. */
  QueryRequest nextAwards() {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(
            PARTITION_KEY + " = :student AND begins_with(" + SORT_KEY + ", :award)")
        .expressionAttributeValues(
            Map.of(
                ":student", AttributeValue.fromS(Keys.studentText(id)),
                ":award", AttributeValue.fromS(Keys.AWARD_PREFIX)))
        .projectionExpression(PARTITION_KEY + ", " + SORT_KEY)
        .consistentRead(true)
        .limit(AWARDS_AT_ONCE)
        .build();
  }

  /** Deletes awards on condition that the marker exists, and with the last of them the marker. */
  Transaction removeMarked(Item mark, List<Item> awards, boolean last, RequestIdentity identity) {
    OptimisticLock lock = OptimisticLock.of(mark);
    return remove(
        awards, last ? deleteMark(lock) : check(lock.condition(), lock.values()), identity);
  }

  /** Deletes awards without a student, on condition that there still is none. */
  Transaction removeLeftOver(List<Item> awards, RequestIdentity identity) {
    return remove(awards, check("attribute_not_exists(" + PARTITION_KEY + ")", Map.of()), identity);
  }

  /**
   * Whether the student was soft-deleted by this library, so that its address may belong to another
   * student.
   */
  private static boolean hasFreedItsAddress(Item read) {
    return read.attribute(EMAIL_INDEX.partitionKey()).isEmpty()
        && read.attribute(Attributes.DELETED_AT).isPresent();
  }

  private Transaction remove(List<Item> awards, Action student, RequestIdentity identity) {
    List<Action> actions = new ArrayList<>();
    actions.add(student);
    for (Item award : awards) {
      Delete delete = Delete.builder().tableName(table).key(award.attributes()).build();
      actions.add(new Action(ActionRole.AWARD, TransactWriteItem.builder().delete(delete).build()));
    }
    return Transaction.of(identity.token(), actions);
  }

  private Action deleteMark(OptimisticLock lock) {
    Delete delete =
        Delete.builder()
            .tableName(table)
            .key(Keys.student(id))
            .conditionExpression(lock.condition())
            .expressionAttributeValues(lock.values())
            .build();
    return new Action(ActionRole.STUDENT, TransactWriteItem.builder().delete(delete).build());
  }

  private Action check(String condition, Map<String, AttributeValue> values) {
    ConditionCheck.Builder check =
        ConditionCheck.builder()
            .tableName(table)
            .key(Keys.student(id))
            .conditionExpression(condition);
    if (!values.isEmpty()) {
      check.expressionAttributeValues(values);
    }
    return new Action(
        ActionRole.STUDENT, TransactWriteItem.builder().conditionCheck(check.build()).build());
  }
}
