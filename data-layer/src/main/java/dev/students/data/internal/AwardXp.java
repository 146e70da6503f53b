package dev.students.data.internal;

import static dev.students.data.StudentTable.PARTITION_KEY;

import dev.students.data.AwardMismatchException;
import dev.students.data.AwardOutcome;
import dev.students.data.InsufficientXpException;
import dev.students.data.StudentId;
import dev.students.data.StudentNotFoundException;
import dev.students.data.StudentStoreException;
import dev.students.data.XpAward;
import dev.students.data.XpLimitExceededException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Gives XP to a student, or takes it, once for each award. */
record AwardXp(String table, StudentId student, XpAward award, RequestIdentity identity) {

  Transaction transaction() {
    return Transaction.of(identity.token(), List.of(recordAward(), addXp()));
  }

  private Action recordAward() {
    Map<String, AttributeValue> item = new HashMap<>(Keys.award(student, award.id()));
    item.put(Attributes.ENTITY_TYPE, AttributeValue.fromS("xpAward"));
    item.put(Attributes.AMOUNT, amount());
    item.put(Attributes.AWARDED_AT, identity.timeValue());
    Put put =
        Put.builder()
            .tableName(table)
            .item(item)
            .conditionExpression("attribute_not_exists(" + PARTITION_KEY + ")")
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return new Action(ActionRole.AWARD, TransactWriteItem.builder().put(put).build());
  }

  private Action addXp() {
    long least = Math.max(0, -award.amount());
    long most = Math.min(XpAward.MAX_XP, XpAward.MAX_XP - award.amount());
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
                    ":amount", amount(),
                    ":least", AttributeValue.fromN(Long.toString(least)),
                    ":most", AttributeValue.fromN(Long.toString(most)),
                    ":no", AttributeValue.fromBool(false)))
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return new Action(ActionRole.STUDENT, TransactWriteItem.builder().update(update).build());
  }

  /** Reads the award, for when only the student's condition was reported. */
  GetItemRequest readAward() {
    return GetItemRequest.builder()
        .tableName(table)
        .key(Keys.award(student, award.id()))
        .consistentRead(true)
        .build();
  }

  /**
   * The award is judged before the student: a repeated one is answered as such although the student
   * was deleted since, or has no XP left. Empty if the award must be read to tell.
   */
  Optional<AwardOutcome> answer(Cancellation cancellation) {
    return cancellation.failed(ActionRole.AWARD)
        ? Optional.of(repeated(cancellation.item(ActionRole.AWARD)))
        : Optional.empty();
  }

  /** The same, once the award was read. */
  AwardOutcome answer(Item awardRead, Cancellation cancellation) {
    if (awardRead.isEmpty()) {
      throw refusal(cancellation.item(ActionRole.STUDENT));
    }
    return repeated(awardRead);
  }

  private AwardOutcome repeated(Item recorded) {
    long applied = recorded.requiredNumber(Attributes.AMOUNT);
    if (applied != award.amount()) {
      throw new AwardMismatchException(student, award.id(), applied);
    }
    return AwardOutcome.ALREADY_APPLIED;
  }

  private StudentStoreException refusal(Item found) {
    if (found.isEmpty() || found.flag(Attributes.DELETED)) {
      return new StudentNotFoundException(student);
    }
    long xp = StudentItem.xp(found);
    return award.amount() < 0
        ? new InsufficientXpException(student, xp, award.amount())
        : new XpLimitExceededException(student, xp, award.amount());
  }

  private AttributeValue amount() {
    return AttributeValue.fromN(Long.toString(award.amount()));
  }
}
