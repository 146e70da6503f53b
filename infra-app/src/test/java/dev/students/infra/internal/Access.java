package dev.students.infra.internal;

import static java.util.Objects.requireNonNull;

import dev.students.data.StudentTable;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * What IAM is asked for one item of a request. A transaction needs the actions of its items.
 *
 * @param resource {@code table}, or {@code index/} and the index's name
 * @param leadingKey the kind of partition key: the part up to {@code #}; empty for a query
 * @param enclosing the transaction's operation, if it is part of one
 */
record Access(String action, String resource, String leadingKey, Optional<String> enclosing) {

  static Stream<Access> of(SdkRequest request) {
    if (request instanceof GetItemRequest get) {
      return Stream.of(alone("GetItem", "table", leading(get.key())));
    }
    if (request instanceof QueryRequest query) {
      return Stream.of(
          query.indexName() == null
              ? alone("Query", "table", "")
              : alone("Query", "index/" + query.indexName(), ""));
    }
    if (request instanceof TransactWriteItemsRequest transaction) {
      return transaction.transactItems().stream().map(Access::inTransaction);
    }
    throw new AssertionError(
        "The data layer sends a request that this test does not know: " + request);
  }

  private static Access inTransaction(TransactWriteItem item) {
    if (item.put() != null) {
      return inTransaction("PutItem", item.put().item());
    }
    if (item.update() != null) {
      return inTransaction("UpdateItem", item.update().key());
    }
    return item.delete() != null
        ? inTransaction("DeleteItem", item.delete().key())
        : inTransaction("ConditionCheckItem", item.conditionCheck().key());
  }

  private static Access inTransaction(String action, Map<String, AttributeValue> key) {
    return new Access(
        "dynamodb:" + action, "table", leading(key), Optional.of("TransactWriteItems"));
  }

  private static Access alone(String action, String resource, String leadingKey) {
    return new Access("dynamodb:" + action, resource, leadingKey, Optional.empty());
  }

  private static String leading(Map<String, AttributeValue> key) {
    String value = requireNonNull(key.get(StudentTable.PARTITION_KEY)).s();
    return value.substring(0, value.indexOf('#') + 1);
  }
}
