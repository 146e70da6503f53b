package dev.students.data.internal;

import static dev.students.data.StudentTable.PARTITION_KEY;
import static dev.students.data.StudentTable.SORT_KEY;

import dev.students.data.StudentId;
import dev.students.data.XpAward;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The actions that make several awards to one student: one action for each award and one for the
 * student. They succeed together, and only if the awards could also be made one after the other in
 * this order.
 */
record AwardActions(
    String table, StudentId student, List<XpAward> awards, RequestIdentity identity) {

  List<Action> actions() {
    List<Action> actions = new ArrayList<>(awards.size() + 1);
    AttributeValue partition = AttributeValue.fromS(Keys.studentText(student));
    AttributeValue time = identity.timeValue();
    for (XpAward award : awards) {
      actions.add(
          record(
              Map.of(
                  PARTITION_KEY,
                  partition,
                  SORT_KEY,
                  AttributeValue.fromS(Keys.awardText(award.id())),
                  Attributes.ENTITY_TYPE,
                  EntityType.XP_AWARD,
                  Attributes.AMOUNT,
                  number(award.amount()),
                  Attributes.AWARDED_AT,
                  time)));
    }
    actions.add(addXp());
    return actions;
  }

  private Action record(Map<String, AttributeValue> award) {
    Put put =
        Put.builder()
            .tableName(table)
            .item(award)
            .conditionExpression("attribute_not_exists(" + PARTITION_KEY + ")")
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return new Action(ActionRole.AWARD, TransactWriteItem.builder().put(put).build());
  }

  private Action addXp() {
    XpRange range = XpRange.of(awards);
    Update update =
        Update.builder()
            .tableName(table)
            .key(Keys.student(student))
            .updateExpression("ADD xp :amount")
            .conditionExpression(
                "xp BETWEEN :least AND :most"
                    + " AND (attribute_not_exists(deleted) OR deleted = :no)")
            .expressionAttributeValues(
                Map.of(
                    ":amount", number(range.sum()),
                    ":least", number(range.least()),
                    ":most", number(range.most()),
                    ":no", AttributeValue.fromBool(false)))
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return new Action(ActionRole.STUDENT, TransactWriteItem.builder().update(update).build());
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
