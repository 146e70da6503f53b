package dev.students.local.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.students.local.TemplateException;
import java.util.Map;

/**
 * Expands the loops over resources that contain a table.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html">Fn::ForEach</a>
 */
final class ForEach {

  private static final String LOOP = "Fn::ForEach::";

  private final Intrinsics intrinsics;

  ForEach(Intrinsics intrinsics) {
    this.intrinsics = intrinsics;
  }

  /** Returns the object with each loop replaced by its expansion. */
  ObjectNode expand(JsonNode object) {
    ObjectNode expanded = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (!entry.getKey().startsWith(LOOP)) {
        expanded.set(entry.getKey(), entry.getValue());
      } else if (hasTable(entry.getValue())) {
        loop(entry.getKey(), entry.getValue())
            .properties()
            .forEach(made -> expanded.set(made.getKey(), made.getValue()));
      }
    }
    return expanded;
  }

  private ObjectNode loop(String name, JsonNode loop) {
    JsonNode values = intrinsics.resolve(loop.path(1));
    if (loop.size() != 3 || !values.isArray() || !loop.path(2).isObject()) {
      throw new TemplateException(
          name + " must be a list of an identifier, a list of values and an object.");
    }
    String identifier = loop.path(0).asText();
    ObjectNode made = JsonNodeFactory.instance.objectNode();
    for (JsonNode value : values) {
      made.setAll(expand(substitute(loop.path(2), identifier, value.asText())));
    }
    return made;
  }

  private static boolean hasTable(JsonNode loop) {
    return loop.findParents("Type").stream().anyMatch(TableProperties::isTable);
  }

  private static JsonNode substitute(JsonNode node, String identifier, String value) {
    if (node.isTextual()) {
      return TextNode.valueOf(substitute(node.asText(), identifier, value));
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> copy.add(substitute(element, identifier, value)));
      return copy;
    }
    if (!node.isObject()) {
      return node;
    }
    if (node.size() == 1 && node.path("Ref").asText().equals(identifier)) {
      return TextNode.valueOf(value);
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    node.properties()
        .forEach(
            entry ->
                copy.set(
                    substitute(entry.getKey(), identifier, value),
                    substitute(entry.getValue(), identifier, value)));
    return copy;
  }

  /** {@code &{Name}} is the value without the characters that are not allowed in a logical id. */
  private static String substitute(String text, String identifier, String value) {
    return text.replace("${" + identifier + "}", value)
        .replace("&{" + identifier + "}", value.replaceAll("[^A-Za-z0-9]", ""));
  }
}
