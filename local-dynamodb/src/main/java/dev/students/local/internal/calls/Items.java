package dev.students.local.internal.calls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads complete items, strongly consistently, through a client that is not recorded. */
final class Items {

  private static final int MOST_KEYS_OF_A_BATCH = 100;

  private final DynamoDbClient client;
  private final TableShapes shapes;

  Items(DynamoDbClient client, TableShapes shapes) {
    this.client = client;
    this.shapes = shapes;
  }

  /** The existing items among the given keys. */
  Map<ItemKey, Map<String, AttributeValue>> read(List<ItemKey> keys) {
    Map<ItemKey, Map<String, AttributeValue>> found = new HashMap<>();
    List<ItemKey> distinct = keys.stream().distinct().toList();
    for (int from = 0; from < distinct.size(); from += MOST_KEYS_OF_A_BATCH) {
      int to = Math.min(distinct.size(), from + MOST_KEYS_OF_A_BATCH);
      Map<String, KeysAndAttributes> left = request(distinct.subList(from, to));
      while (!left.isEmpty()) {
        Map<String, KeysAndAttributes> asked = left;
        BatchGetItemResponse answer = client.batchGetItem(get -> get.requestItems(asked));
        answer.responses().forEach((table, items) -> add(found, table, items));
        left = answer.unprocessedKeys();
      }
    }
    return found;
  }

  private static Map<String, KeysAndAttributes> request(List<ItemKey> keys) {
    Map<String, List<Map<String, AttributeValue>>> byTable =
        keys.stream()
            .collect(
                Collectors.groupingBy(
                    ItemKey::table, Collectors.mapping(ItemKey::key, Collectors.toList())));
    Map<String, KeysAndAttributes> request = new HashMap<>();
    byTable.forEach(
        (table, ofTable) ->
            request.put(
                table,
                KeysAndAttributes.builder()
                    .keys(new ArrayList<>(ofTable))
                    .consistentRead(true)
                    .build()));
    return request;
  }

  private void add(
      Map<ItemKey, Map<String, AttributeValue>> found,
      String table,
      List<Map<String, AttributeValue>> items) {
    items.forEach(item -> found.put(new ItemKey(table, shapes.of(table).keyOf(item)), item));
  }
}
