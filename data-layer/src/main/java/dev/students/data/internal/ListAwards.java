package dev.students.data.internal;

import static dev.students.data.StudentTable.PARTITION_KEY;
import static dev.students.data.StudentTable.SORT_KEY;

import dev.students.data.AwardId;
import dev.students.data.RecordedAward;
import dev.students.data.StudentId;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads a student's awards, in the order of their ids. */
record ListAwards(String table, StudentId student, boolean consistent) {

  QueryRequest request() {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(
            PARTITION_KEY + " = :student AND begins_with(" + SORT_KEY + ", :award)")
        .expressionAttributeValues(
            Map.of(
                ":student", AttributeValue.fromS(Keys.studentText(student)),
                ":award", AttributeValue.fromS(Keys.AWARD_PREFIX)))
        .consistentRead(consistent)
        .build();
  }

  static RecordedAward award(Item item) {
    return new RecordedAward(
        item.requiredText(SORT_KEY, key -> AwardId.of(key.substring(Keys.AWARD_PREFIX.length()))),
        item.requiredNumber(Attributes.AMOUNT),
        item.requiredText(Attributes.AWARDED_AT, Instant::parse));
  }
}
