package dev.students.data.internal;

import static dev.students.data.StudentTable.PARTITION_KEY;
import static dev.students.data.StudentTable.SORT_KEY;

import dev.students.data.AwardId;
import dev.students.data.RecordedAward;
import dev.students.data.StudentId;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Reads a student's awards, in the order of their ids, and after the last of them the student,
 * which tells whose they are.
 */
record ListAwards(String table, StudentId student, boolean consistent) {

  QueryRequest request() {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(
            PARTITION_KEY + " = :student AND " + SORT_KEY + " BETWEEN :award AND :student")
        .expressionAttributeValues(
            Map.of(
                ":student", AttributeValue.fromS(Keys.studentText(student)),
                ":award", AttributeValue.fromS(Keys.AWARD_PREFIX)))
        .consistentRead(consistent)
        .build();
  }

  /** The awards of a page. */
  static List<Item> awards(List<Item> page) {
    return page.stream().filter(item -> key(item).startsWith(Keys.AWARD_PREFIX)).toList();
  }

  /** The student, if it is at the end of that page; else empty. */
  Item student(List<Item> page) {
    int last = page.size() - 1;
    return last >= 0 && key(page.get(last)).equals(Keys.studentText(student))
        ? page.get(last)
        : new Item(Map.of());
  }

  private static String key(Item item) {
    return item.requiredText(SORT_KEY, key -> key);
  }

  static RecordedAward award(Item item) {
    return new RecordedAward(
        item.requiredText(SORT_KEY, key -> AwardId.of(key.substring(Keys.AWARD_PREFIX.length()))),
        item.requiredNumber(Attributes.AMOUNT),
        item.requiredText(Attributes.AWARDED_AT, Timestamps::parse));
  }
}
