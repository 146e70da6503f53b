package dev.students.operations.internal;

import dev.students.data.StudentTable;
import dev.students.operations.ItemKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;

/** Strongly consistent reads of single items, of partitions, and of items together. Thread-safe. */
public final class ConsistentReads {

  /** The maximum number of items in one TransactGetItems request. */
  private static final int ITEMS_AT_ONCE = 100;

  private final DynamoDbClient client;
  private final String table;
  private final RequestSender sender;

  /** Reads of that table. */
  public ConsistentReads(DynamoDbClient client, String table, RequestSender sender) {
    this.client = client;
    this.table = table;
    this.sender = sender;
  }

  /** Reads an item; empty if there is none. */
  Map<String, AttributeValue> item(ItemKey key) {
    return sender.send(
        () ->
            client
                .getItem(get -> get.tableName(table).key(key.attributes()).consistentRead(true))
                .item());
  }

  /** Reads the items of a partition, ordered by sort key, with pages on demand. */
  public Stream<Map<String, AttributeValue>> partition(String partition) {
    QueryRequest first =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression(StudentTable.PARTITION_KEY + " = :partition")
            .expressionAttributeValues(Map.of(":partition", AttributeValue.fromS(partition)))
            .consistentRead(true)
            .build();
    return Stream.iterate(
            sender.send(() -> client.query(first)),
            page -> page != null,
            page ->
                page.lastEvaluatedKey().isEmpty()
                    ? null
                    : sender.send(
                        () ->
                            client.query(
                                first.toBuilder()
                                    .exclusiveStartKey(page.lastEvaluatedKey())
                                    .build())))
        .flatMap(page -> page.items().stream());
  }

  /**
   * Reads the existing items among the given keys, as one snapshot if there are at most 100 keys.
   */
  List<Map<String, AttributeValue>> snapshot(List<ItemKey> keys) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += ITEMS_AT_ONCE) {
      List<TransactGetItem> gets =
          keys.subList(from, Math.min(keys.size(), from + ITEMS_AT_ONCE)).stream()
              .map(key -> Get.builder().tableName(table).key(key.attributes()).build())
              .map(get -> TransactGetItem.builder().get(get).build())
              .toList();
      sender
          .send(() -> client.transactGetItems(request -> request.transactItems(gets)))
          .responses()
          .stream()
          .map(ItemResponse::item)
          .filter(item -> !item.isEmpty())
          .forEach(items::add);
    }
    return items;
  }
}
