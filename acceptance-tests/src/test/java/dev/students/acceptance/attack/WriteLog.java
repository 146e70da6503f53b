package dev.students.acceptance.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The writes that reached DynamoDB, regardless of their outcome. Thread-safe. */
final class WriteLog {

  /**
   * The part of a request that concerns one item.
   *
   * @param partitionKey the partition key; empty for a batch, which no scenario sends
   */
  record Write(String operation, String table, String partitionKey) {}

  private static final Set<String> WRITES =
      Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");

  private final List<Write> writes = new CopyOnWriteArrayList<>();

  static boolean isWrite(String operation) {
    return WRITES.contains(operation);
  }

  List<Write> all() {
    return List.copyOf(writes);
  }

  void clear() {
    writes.clear();
  }

  void add(String operation, JsonNode request) {
    if (operation.equals("BatchWriteItem")) {
      request
          .path("RequestItems")
          .fieldNames()
          .forEachRemaining(table -> writes.add(new Write(operation, table, "")));
      return;
    }
    if (!operation.equals("TransactWriteItems")) {
      writes.add(write(operation, request));
      return;
    }
    for (JsonNode action : request.path("TransactItems")) {
      for (Map.Entry<String, JsonNode> part : action.properties()) {
        if (!part.getKey().equals("ConditionCheck")) {
          writes.add(write(part.getKey(), part.getValue()));
        }
      }
    }
  }

  private static Write write(String operation, JsonNode request) {
    JsonNode place = request.has("Item") ? request.path("Item") : request.path("Key");
    return new Write(
        operation, request.path("TableName").asText(), place.path("pk").path("S").asText());
  }
}
