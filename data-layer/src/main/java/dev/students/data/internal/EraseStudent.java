package dev.students.data.internal;

import static dev.students.data.StudentTable.INDEX_PARTITION_KEY;
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
 * Removes a student, its reservation and its awards for good, in steps that can be repeated from
 * any point: first a bare mark takes the student's place, so that the personal data is gone, the
 * address free, and no XP can be awarded; then the awards go; the mark goes last. Each mark has a
 * version of its own, so that what was read under one is not done under another.
 */
record EraseStudent(String table, StudentId id) {

  /** One action of a transaction is for the student. */
  private static final int AWARDS_AT_ONCE = Transaction.MOST_ACTIONS - 1;

  boolean isMarked(Item student) {
    return student.flag(Attributes.ERASING);
  }

  /** The mark that takes a student's place. */
  Item mark(RequestIdentity identity) {
    Map<String, AttributeValue> mark = new HashMap<>(Keys.student(id));
    mark.put(Attributes.ENTITY_TYPE, AttributeValue.fromS("student"));
    mark.put(Attributes.DELETED, AttributeValue.fromBool(true));
    mark.put(Attributes.ERASING, AttributeValue.fromBool(true));
    mark.put(Attributes.VERSION, AttributeValue.fromN(Long.toString(identity.firstVersion())));
    return new Item(mark);
  }

  /** Puts the mark in place of the student as read, and frees its address. */
  Transaction putMark(Item read, Dropped dropped, RequestIdentity identity) {
    OptimisticLock lock = OptimisticLock.of(read);
    Put put =
        Put.builder()
            .tableName(table)
            .item(mark(identity).attributes())
            .conditionExpression(lock.condition())
            .expressionAttributeValues(lock.values())
            .build();
    List<Action> actions = new ArrayList<>();
    actions.add(new Action(ActionRole.STUDENT, TransactWriteItem.builder().put(put).build()));
    if (!hasFreedItsAddress(read)) {
      actions.addAll(
          new Reservation(table, id).release(StudentItem.everyReservedForm(read), dropped));
    }
    return Transaction.of(identity.token(), actions);
  }

  /** The next awards to remove, as many as one transaction takes. */
  QueryRequest nextAwards() {
    return new ListAwards(table, id, true)
        .request().toBuilder()
            .projectionExpression(PARTITION_KEY + ", " + SORT_KEY)
            .limit(AWARDS_AT_ONCE)
            .build();
  }

  /** Removes awards while the mark is there, and with the last of them the mark. */
  Transaction removeMarked(Item mark, List<Item> awards, boolean last, RequestIdentity identity) {
    OptimisticLock lock = OptimisticLock.of(mark);
    return remove(
        awards, last ? deleteMark(lock) : check(lock.condition(), lock.values()), identity);
  }

  /** Removes awards that were left without their student, while there is none. */
  Transaction removeLeftOver(List<Item> awards, RequestIdentity identity) {
    return remove(awards, check("attribute_not_exists(" + PARTITION_KEY + ")", Map.of()), identity);
  }

  /** As a soft deletion by this library leaves a student. Somebody else may have the address. */
  private static boolean hasFreedItsAddress(Item read) {
    return read.attribute(INDEX_PARTITION_KEY).isEmpty()
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
