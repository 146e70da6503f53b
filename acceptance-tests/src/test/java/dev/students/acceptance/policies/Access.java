package dev.students.acceptance.policies;

import dev.students.data.StudentTable;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The access that one item of a request requires from IAM. A transaction requires the actions of
 * its items.
 *
 * @param resource {@code table}, or {@code index/} and the index's name
 * @param leadingKey the kind of partition key: the part up to {@code #}; empty if no item is named
 * @param enclosing the transaction's operation, if it is part of one
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html">Using
 *     IAM with DynamoDB transactions</a>
 */
record Access(
    String action, String table, String resource, String leadingKey, Optional<String> enclosing) {

  private static final Optional<String> ALONE = Optional.empty();
  private static final Optional<String> READ_TRANSACTION = Optional.of("TransactGetItems");
  private static final Optional<String> TRANSACTION = Optional.of("TransactWriteItems");

  static Stream<Access> of(SdkRequest request) {
    if (request instanceof TransactWriteItemsRequest transaction) {
      return transaction.transactItems().stream().map(Access::inTransaction);
    }
    if (request instanceof TransactGetItemsRequest transaction) {
      return transaction.transactItems().stream()
          .map(TransactGetItem::get)
          .map(get -> item("GetItem", get.tableName(), get.key(), READ_TRANSACTION));
    }
    if (request instanceof BatchGetItemRequest batch) {
      return batch.requestItems().keySet().stream().map(table -> whole("BatchGetItem", table));
    }
    if (request instanceof BatchWriteItemRequest batch) {
      return batch.requestItems().keySet().stream().map(table -> whole("BatchWriteItem", table));
    }
    if (request instanceof GetItemRequest get) {
      return Stream.of(item("GetItem", get.tableName(), get.key(), ALONE));
    }
    if (request instanceof PutItemRequest put) {
      return Stream.of(item("PutItem", put.tableName(), put.item(), ALONE));
    }
    if (request instanceof UpdateItemRequest update) {
      return Stream.of(item("UpdateItem", update.tableName(), update.key(), ALONE));
    }
    if (request instanceof QueryRequest query && query.indexName() != null) {
      return Stream.of(
          new Access("dynamodb:Query", query.tableName(), "index/" + query.indexName(), "", ALONE));
    }
    return ofWholeTable(request);
  }

  /**
   * Any other request: the action follows from its class, and the table from its field, if it has
   * one.
   */
  private static Stream<Access> ofWholeTable(SdkRequest request) {
    String action = request.getClass().getSimpleName().replace("Request", "");
    return request
        .getValueForField("TableName", String.class)
        .map(table -> whole(action, table))
        .stream();
  }

  private static Access whole(String action, String table) {
    return new Access("dynamodb:" + action, table, "table", "", ALONE);
  }

  private static Access inTransaction(TransactWriteItem item) {
    if (item.put() != null) {
      return item("PutItem", item.put().tableName(), item.put().item(), TRANSACTION);
    }
    if (item.update() != null) {
      return item("UpdateItem", item.update().tableName(), item.update().key(), TRANSACTION);
    }
    if (item.delete() != null) {
      return item("DeleteItem", item.delete().tableName(), item.delete().key(), TRANSACTION);
    }
    return item(
        "ConditionCheckItem",
        item.conditionCheck().tableName(),
        item.conditionCheck().key(),
        TRANSACTION);
  }

  private static Access item(
      String action, String table, Map<String, AttributeValue> key, Optional<String> enclosing) {
    AttributeValue leading = key.getOrDefault(StudentTable.PARTITION_KEY, AttributeValue.fromS(""));
    String kind = leading.s().substring(0, leading.s().indexOf('#') + 1);
    return new Access("dynamodb:" + action, table, "table", kind, enclosing);
  }
}
