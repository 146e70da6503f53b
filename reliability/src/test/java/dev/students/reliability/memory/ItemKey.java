package dev.students.reliability.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The primary key of an item, in the order of a query.
 *
 * @param pk the partition key
 * @param sk the sort key
 */
record ItemKey(String pk, String sk) implements Comparable<ItemKey> {

  private static final Comparator<ItemKey> ORDER =
      Comparator.comparing(ItemKey::pk, Values::compareText)
          .thenComparing(ItemKey::sk, Values::compareText);

  static ItemKey of(JsonNode key) {
    return new ItemKey(text(key.get("pk")), text(key.get("sk")));
  }

  static ItemKey of(Map<String, JsonNode> item) {
    return new ItemKey(text(item.get("pk")), text(item.get("sk")));
  }

  private static String text(@Nullable JsonNode value) {
    if (value == null || !value.has("S") || value.get("S").textValue().isEmpty()) {
      throw new ServiceError("ValidationException", "A key attribute is missing or not a string");
    }
    return value.get("S").textValue();
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("pk").put("S", pk);
    json.putObject("sk").put("S", sk);
    return json;
  }

  @Override
  public int compareTo(ItemKey other) {
    return ORDER.compare(this, other);
  }
}
