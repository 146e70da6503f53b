package dev.students.acceptance.steps;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.students.data.StudentId;
import dev.students.data.StudentTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Writes a long history of awards directly as items, because making the awards one by one would
 * take longer than the rest of the scenario.
 */
record AwardItems(DynamoDbClient client, String table, StudentId student) {

  /** A transaction can have 100 actions, one of which is for the student. */
  private static final int AWARDS_AT_ONCE = 99;

  void write(List<String> sources, Xp each) {
    for (int from = 0; from < sources.size(); from += AWARDS_AT_ONCE) {
      List<String> some = sources.subList(from, Math.min(sources.size(), from + AWARDS_AT_ONCE));
      List<TransactWriteItem> actions = new ArrayList<>();
      actions.add(addXp(new Xp(each.amount() * some.size())));
      some.forEach(source -> actions.add(recordAward(source, each)));
      client.transactWriteItems(transaction -> transaction.transactItems(actions));
    }
  }

  private TransactWriteItem addXp(Xp sum) {
    Update update =
        Update.builder()
            .tableName(table)
            .key(StudentKey.of(student))
            .updateExpression("ADD xp :sum")
            .expressionAttributeValues(Map.of(":sum", number(sum)))
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  private TransactWriteItem recordAward(String source, Xp amount) {
    Map<String, AttributeValue> item =
        Map.of(
            StudentTable.PARTITION_KEY,
            StudentKey.partition(student),
            StudentTable.SORT_KEY,
            fromS("award#" + source),
            "entityType",
            fromS("xpAward"),
            "amount",
            number(amount),
            "awardedAt",
            fromS(Instant.now().toString()));
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(table).item(item).build())
        .build();
  }

  private static AttributeValue number(Xp xp) {
    return fromN(Long.toString(xp.amount()));
  }
}
