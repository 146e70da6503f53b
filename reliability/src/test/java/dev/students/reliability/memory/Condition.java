package dev.students.reliability.memory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A condition, filter or key condition expression.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">Condition
 *     and filter expressions</a>
 */
interface Condition {

  boolean holdsFor(Map<String, JsonNode> item);

  static Condition parse(@Nullable JsonNode expression, Values values) {
    if (expression == null || expression.isNull()) {
      return item -> true;
    }
    Tokens tokens = new Tokens(expression.textValue());
    Condition condition = new Parser(tokens, values).alternatives();
    if (!tokens.atEnd()) {
      throw new ServiceError("ValidationException", "Syntax error after a condition");
    }
    return condition;
  }

  /** OR binds least, then AND, then NOT. */
  record Parser(Tokens tokens, Values values) {

    Condition alternatives() {
      Condition left = conjunction();
      while (tokens.takeIf("OR")) {
        Condition first = left;
        Condition second = conjunction();
        left = item -> first.holdsFor(item) || second.holdsFor(item);
      }
      return left;
    }

    private Condition conjunction() {
      Condition left = negation();
      while (tokens.takeIf("AND")) {
        Condition first = left;
        Condition second = negation();
        left = item -> first.holdsFor(item) && second.holdsFor(item);
      }
      return left;
    }

    private Condition negation() {
      if (tokens.takeIf("NOT")) {
        Condition negated = negation();
        return item -> !negated.holdsFor(item);
      }
      if (tokens.takeIf("(")) {
        Condition inner = alternatives();
        tokens.expect(")");
        return inner;
      }
      String word = tokens.take();
      return tokens.takeIf("(") ? function(word) : comparison(word);
    }

    private Condition function(String name) {
      List<String> arguments = new ArrayList<>();
      do {
        arguments.add(tokens.take());
      } while (tokens.takeIf(","));
      tokens.expect(")");
      String first = arguments.get(0);
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "attribute_exists" -> item -> values.operand(first, item) != null;
        case "attribute_not_exists" -> item -> values.operand(first, item) == null;
        case "begins_with" -> item -> beginsWith(first, arguments.get(1), item);
        case "attribute_type" -> item -> hasType(first, arguments.get(1), item);
        default -> throw new ServiceError("ValidationException", "Unknown function: " + name);
      };
    }

    private boolean beginsWith(String operand, String prefix, Map<String, JsonNode> item) {
      JsonNode value = values.operand(operand, item);
      JsonNode beginning = values.operand(prefix, item);
      return value != null
          && beginning != null
          && value.has("S")
          && value.get("S").textValue().startsWith(beginning.get("S").textValue());
    }

    private boolean hasType(String operand, String type, Map<String, JsonNode> item) {
      JsonNode value = values.operand(operand, item);
      JsonNode wanted = values.operand(type, item);
      return value != null
          && wanted != null
          && Values.typeOf(value).equals(wanted.get("S").textValue());
    }

    private Condition comparison(String left) {
      if (tokens.takeIf("BETWEEN")) {
        String least = tokens.take();
        tokens.expect("AND");
        String most = tokens.take();
        return item ->
            compare(left, least, item, c -> c >= 0) && compare(left, most, item, c -> c <= 0);
      }
      if (tokens.takeIf("IN")) {
        return membership(left);
      }
      String operator = tokens.take();
      String right = tokens.take();
      return switch (operator) {
        case "=" -> item -> equal(left, right, item);
        case "<>" -> item -> !equal(left, right, item);
        case "<" -> item -> compare(left, right, item, c -> c < 0);
        case "<=" -> item -> compare(left, right, item, c -> c <= 0);
        case ">" -> item -> compare(left, right, item, c -> c > 0);
        case ">=" -> item -> compare(left, right, item, c -> c >= 0);
        default -> throw new ServiceError("ValidationException", "Unknown operator: " + operator);
      };
    }

    private Condition membership(String left) {
      tokens.expect("(");
      List<String> choices = new ArrayList<>();
      do {
        choices.add(tokens.take());
      } while (tokens.takeIf(","));
      tokens.expect(")");
      return item -> choices.stream().anyMatch(choice -> equal(left, choice, item));
    }

    private boolean equal(String left, String right, Map<String, JsonNode> item) {
      return Values.equal(values.operand(left, item), values.operand(right, item));
    }

    private boolean compare(
        String left, String right, Map<String, JsonNode> item, IntPredicate test) {
      Integer order = Values.compare(values.operand(left, item), values.operand(right, item));
      return order != null && test.test(order);
    }
  }
}
