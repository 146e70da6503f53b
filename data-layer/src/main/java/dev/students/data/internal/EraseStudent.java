package dev.students.data.internal;

import static dev.students.data.StudentTable.INDEX_PARTITION_KEY;
import static dev.students.data.StudentTable.PARTITION_KEY;
import static dev.students.data.StudentTable.SORT_KEY;

import dev.students.data.StudentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Removes a student, its reservation and its awards for good, in steps that can be repeated from
 * any point: first a bare mark takes the student's place, so that the personal data is gone, the
 * address free, and no XP can be awarded; then the awards go; the mark goes last.
 */
record EraseStudent(String table, StudentId id) {

  /** A transaction takes 100 actions, and one is for the student. */
  private static final int AWARDS_AT_ONCE = 99;

  private static final String IS_MARKED = Attributes.ERASING + " = :yes";
  private static final String IS_ABSENT = "attribute_not_exists(" + PARTITION_KEY + ")";

  boolean isMarked(Item student) {
    return student.flag(Attributes.ERASING);
  }

  /** Puts the mark in place of the student as read, and frees its address. */
  Transaction mark(Item read, Set<Part> without, Stamp stamp) {
    List<Action> actions = new ArrayList<>();
    actions.add(putMark(read));
    // A student that we deleted has freed its address already; somebody else may have it by now.
    if (read.attribute(INDEX_PARTITION_KEY).isPresent() && !without.contains(Part.RELEASE)) {
      StudentItem.reservedEmail(read)
          .map(email -> new Reservation(table, email, id).release())
          .ifPresent(actions::add);
    }
    return Transaction.of(stamp.token(), actions);
  }

  /** The next awards to remove, as many as one transaction takes. */
  QueryRequest nextAwards() {
    return new ListAwards(table, id, true)
        .request().toBuilder()
            .projectionExpression(PARTITION_KEY + ", " + SORT_KEY)
            .limit(AWARDS_AT_ONCE)
            .build();
  }

  /** Removes awards, and the mark with the last of them, while the mark is there. */
  Transaction removeMarked(List<Item> awards, boolean last, Stamp stamp) {
    return remove(awards, last ? deleteMark() : check(IS_MARKED, yes()), stamp);
  }

  /** Removes awards that were left without their student, while there is none. */
  Transaction removeLeftOver(List<Item> awards, Stamp stamp) {
    return remove(awards, check(IS_ABSENT, Map.of()), stamp);
  }

  private Action putMark(Item read) {
    Map<String, AttributeValue> mark = new HashMap<>(Keys.student(id));
    mark.put(Attributes.ENTITY_TYPE, AttributeValue.fromS("student"));
    mark.put(Attributes.DELETED, AttributeValue.fromBool(true));
    mark.put(Attributes.ERASING, AttributeValue.fromBool(true));
    AsRead condition = AsRead.of(read);
    Put put =
        Put.builder()
            .tableName(table)
            .item(mark)
            .conditionExpression(condition.expression())
            .expressionAttributeValues(condition.values())
            .build();
    return new Action(Part.STUDENT, TransactWriteItem.builder().put(put).build());
  }

  private Transaction remove(List<Item> awards, Action student, Stamp stamp) {
    List<Action> actions = new ArrayList<>();
    actions.add(student);
    for (Item award : awards) {
      Delete delete = Delete.builder().tableName(table).key(award.attributes()).build();
      actions.add(new Action(Part.AWARD, TransactWriteItem.builder().delete(delete).build()));
    }
    return Transaction.of(stamp.token(), actions);
  }

  private Action deleteMark() {
    Delete delete =
        Delete.builder()
            .tableName(table)
            .key(Keys.student(id))
            .conditionExpression(IS_MARKED)
            .expressionAttributeValues(yes())
            .build();
    return new Action(Part.STUDENT, TransactWriteItem.builder().delete(delete).build());
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
        Part.STUDENT, TransactWriteItem.builder().conditionCheck(check.build()).build());
  }

  private static Map<String, AttributeValue> yes() {
    return Map.of(":yes", AttributeValue.fromBool(true));
  }
}
