package dev.students.local.internal.calls;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The part of a write request that concerns one item.
 *
 * @param place the key, or for a put the whole item, which contains the key
 */
record Write(Kind kind, String table, Map<String, AttributeValue> place) {

  enum Kind {
    PUT("Put"),
    UPDATE("Update"),
    DELETE("Delete"),
    CONDITION_CHECK("ConditionCheck");

    final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  /** Returns the writes of a request, in order. Empty for other kinds of requests. */
  static Optional<List<Write>> of(SdkRequest request) {
    if (request instanceof PutItemRequest put) {
      return Optional.of(List.of(new Write(Kind.PUT, put.tableName(), put.item())));
    }
    if (request instanceof UpdateItemRequest update) {
      return Optional.of(List.of(new Write(Kind.UPDATE, update.tableName(), update.key())));
    }
    if (request instanceof DeleteItemRequest delete) {
      return Optional.of(List.of(new Write(Kind.DELETE, delete.tableName(), delete.key())));
    }
    if (request instanceof BatchWriteItemRequest batch) {
      return Optional.of(ofBatch(batch.requestItems()));
    }
    if (request instanceof TransactWriteItemsRequest transaction) {
      return Optional.of(transaction.transactItems().stream().map(Write::of).toList());
    }
    return Optional.empty();
  }

  static List<Write> ofBatch(Map<String, List<WriteRequest>> batch) {
    return batch.entrySet().stream()
        .flatMap(table -> ofTable(table.getKey(), table.getValue()))
        .toList();
  }

  private static Stream<Write> ofTable(String table, List<WriteRequest> writes) {
    return writes.stream()
        .map(
            write ->
                write.putRequest() != null
                    ? new Write(Kind.PUT, table, write.putRequest().item())
                    : new Write(Kind.DELETE, table, write.deleteRequest().key()));
  }

  private static Write of(TransactWriteItem item) {
    if (item.put() != null) {
      return new Write(Kind.PUT, item.put().tableName(), item.put().item());
    }
    if (item.update() != null) {
      return new Write(Kind.UPDATE, item.update().tableName(), item.update().key());
    }
    if (item.delete() != null) {
      return new Write(Kind.DELETE, item.delete().tableName(), item.delete().key());
    }
    return new Write(
        Kind.CONDITION_CHECK, item.conditionCheck().tableName(), item.conditionCheck().key());
  }
}
