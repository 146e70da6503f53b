package dev.students.benchmarks;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * A change of a name as a transaction, and as an UpdateItem that writes its request's identity
 * beside the version: {@code docs/decisions/one-transaction-a-write.md}. Not thread-safe.
 */
final class SingleWrite {

  private static final String CONDITION = "attribute_exists(pk) AND version = :read";
  private static final String CHANGE = "SET firstName = :name, version = :next";

  private final LocalTable table;
  private final Map<String, AttributeValue> key;
  private long version;

  private SingleWrite(LocalTable table, String id) {
    this.table = table;
    this.key = HandWritten.key("student#" + id);
    new ByTutorial(table.client(), table.name()).create(id, id + "@example.org");
    table
        .client()
        .updateItem(
            update ->
                update
                    .tableName(table.name())
                    .key(key)
                    .updateExpression("SET version = :zero")
                    .expressionAttributeValues(Map.of(":zero", fromN("0"))));
  }

  static Turns turns(LocalTable table) {
    SingleWrite one = new SingleWrite(table, "one");
    SingleWrite other = new SingleWrite(table, "other");
    return new Turns()
        .add("fewer", number -> one.transaction())
        .add("more", number -> other.updateItem());
  }

  private void transaction() {
    Update update =
        Update.builder()
            .tableName(table.name())
            .key(key)
            .updateExpression(CHANGE)
            .conditionExpression(CONDITION)
            .expressionAttributeValues(values())
            .build();
    TransactWriteItem item = TransactWriteItem.builder().update(update).build();
    table.client().transactWriteItems(write -> write.transactItems(item));
  }

  private void updateItem() {
    Map<String, AttributeValue> values = values();
    values.put(":request", fromS(UUID.randomUUID().toString()));
    table
        .client()
        .updateItem(
            update ->
                update
                    .tableName(table.name())
                    .key(key)
                    .updateExpression(CHANGE + ", writtenBy = :request")
                    .conditionExpression(CONDITION)
                    .expressionAttributeValues(values));
  }

  private Map<String, AttributeValue> values() {
    long read = version++;
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":read", fromN(Long.toString(read)));
    values.put(":next", fromN(Long.toString(version)));
    values.put(":name", fromS("Augusta " + version % 2));
    return values;
  }
}
