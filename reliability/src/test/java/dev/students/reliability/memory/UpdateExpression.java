package dev.students.reliability.memory;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * SET, REMOVE and ADD of an update expression; operands are read from the item as it was before.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html">Update
 *     expressions</a>
 */
record UpdateExpression(String expression, Values values) {

  private static final Set<String> CLAUSES = Set.of("SET", "REMOVE", "ADD");

  Map<String, JsonNode> applyTo(Map<String, JsonNode> before) {
    Map<String, JsonNode> after = new TreeMap<>(before);
    Tokens tokens = new Tokens(expression);
    while (!tokens.atEnd()) {
      String clause = tokens.take();
      if (!CLAUSES.contains(clause)) {
        throw new ServiceError("ValidationException", "Unknown clause: " + clause);
      }
      do {
        String attribute = values.name(tokens.take());
        switch (clause) {
          case "SET" -> set(attribute, tokens, before, after);
          case "REMOVE" -> after.remove(attribute);
          default -> add(attribute, tokens, before, after);
        }
      } while (tokens.takeIf(","));
    }
    return after;
  }

  private void set(
      String attribute, Tokens tokens, Map<String, JsonNode> before, Map<String, JsonNode> after) {
    tokens.expect("=");
    JsonNode value = operand(tokens, before);
    if (tokens.takeIf("+")) {
      value = sum(value, operand(tokens, before), 1);
    } else if (tokens.takeIf("-")) {
      value = sum(value, operand(tokens, before), -1);
    }
    after.put(attribute, present(value));
  }

  private @Nullable JsonNode operand(Tokens tokens, Map<String, JsonNode> before) {
    String token = tokens.take();
    if (!tokens.takeIf("(")) {
      return values.operand(token, before);
    }
    if (!token.equals("if_not_exists")) {
      throw new ServiceError("ValidationException", "Unknown function: " + token);
    }
    JsonNode value = values.operand(tokens.take(), before);
    tokens.expect(",");
    JsonNode otherwise = operand(tokens, before);
    tokens.expect(")");
    return value == null ? otherwise : value;
  }

  private void add(
      String attribute, Tokens tokens, Map<String, JsonNode> before, Map<String, JsonNode> after) {
    JsonNode amount = operand(tokens, before);
    JsonNode value = before.get(attribute);
    after.put(attribute, value == null ? present(amount) : sum(value, amount, 1));
  }

  private static JsonNode sum(@Nullable JsonNode left, @Nullable JsonNode right, int sign) {
    JsonNode first = present(left);
    JsonNode second = present(right);
    if (!first.has("N") || !second.has("N")) {
      throw new ServiceError("ValidationException", "An operand has an incorrect data type");
    }
    BigDecimal change = Values.number(second).multiply(BigDecimal.valueOf(sign));
    return Values.number(Values.number(first).add(change));
  }

  private static JsonNode present(@Nullable JsonNode value) {
    if (value == null) {
      throw new ServiceError(
          "ValidationException", "The expression refers to an attribute that does not exist");
    }
    return value;
  }
}
