package dev.students.reliability.memory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One write, alone or in a transaction.
 *
 * @param kind {@code Put}, {@code Update}, {@code Delete} or {@code ConditionCheck}
 * @param request its parameters as DynamoDB's API names them
 */
record ItemWrite(String kind, JsonNode request) {

  ItemKey key() {
    return ItemKey.of(kind.equals("Put") ? request.get("Item") : request.get("Key"));
  }

  boolean conditionHolds(@Nullable Map<String, JsonNode> before) {
    return Condition.parse(request.get("ConditionExpression"), Values.of(request))
        .holdsFor(before == null ? Map.of() : before);
  }

  boolean returnsOldItem() {
    return request.path("ReturnValuesOnConditionCheckFailure").asText().equals("ALL_OLD");
  }

  /** The item afterwards; empty when there is none. */
  Map<String, JsonNode> after(@Nullable Map<String, JsonNode> before) {
    return switch (kind) {
      case "Put" -> attributes(request.get("Item"));
      case "Delete" -> Map.of();
      case "ConditionCheck" -> before == null ? Map.of() : before;
      case "Update" -> update(before == null ? attributes(request.get("Key")) : before);
      default -> throw new ServiceError("ValidationException", "Unknown write: " + kind);
    };
  }

  private Map<String, JsonNode> update(Map<String, JsonNode> before) {
    JsonNode expression = request.get("UpdateExpression");
    return expression == null
        ? before
        : new UpdateExpression(expression.textValue(), Values.of(request)).applyTo(before);
  }

  private static Map<String, JsonNode> attributes(JsonNode json) {
    Map<String, JsonNode> item = new TreeMap<>();
    json.properties().forEach(field -> item.put(field.getKey(), field.getValue()));
    return item;
  }
}
