package dev.students.reliability.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names and values that an expression may refer to.
 *
 * @param names what {@code #name} stands for
 * @param values what {@code :value} stands for
 */
record Values(@Nullable JsonNode names, @Nullable JsonNode values) {

  static Values of(JsonNode request) {
    return new Values(
        request.get("ExpressionAttributeNames"), request.get("ExpressionAttributeValues"));
  }

  String name(String token) {
    if (!token.startsWith("#")) {
      return token;
    }
    if (names == null || !names.has(token)) {
      throw new ServiceError("ValidationException", "An expression attribute name is not defined");
    }
    return names.get(token).textValue();
  }

  /** The value of an operand: a placeholder's, or an attribute's, which may be absent. */
  @Nullable JsonNode operand(String token, Map<String, JsonNode> item) {
    if (!token.startsWith(":")) {
      return item.get(name(token));
    }
    if (values == null || !values.has(token)) {
      throw new ServiceError("ValidationException", "An expression attribute value is not defined");
    }
    return values.get(token);
  }

  static String typeOf(JsonNode value) {
    return value.fieldNames().next();
  }

  static BigDecimal number(JsonNode value) {
    return new BigDecimal(value.get("N").textValue());
  }

  static JsonNode number(BigDecimal value) {
    return JsonNodeFactory.instance.objectNode().put("N", value.toPlainString());
  }

  static boolean equal(@Nullable JsonNode left, @Nullable JsonNode right) {
    if (left == null || right == null || !typeOf(left).equals(typeOf(right))) {
      return false;
    }
    return left.has("N") ? number(left).compareTo(number(right)) == 0 : left.equals(right);
  }

  /** Compares two numbers or two strings; there is no order between other types. */
  static @Nullable Integer compare(@Nullable JsonNode left, @Nullable JsonNode right) {
    if (left == null || right == null || !typeOf(left).equals(typeOf(right))) {
      return null;
    }
    return switch (typeOf(left)) {
      case "N" -> number(left).compareTo(number(right));
      case "S" -> compareText(left.get("S").textValue(), right.get("S").textValue());
      default -> null;
    };
  }

  /** By the unsigned bytes of UTF-8, as DynamoDB sorts. */
  static int compareText(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
