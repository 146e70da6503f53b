package dev.students.local.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Extracts the CloudFormation template from a Serverless Framework configuration: {@code resources}
 * is an object or a list of objects, which are merged; each of them, and each part of one, may be
 * in a separate file. Only tables are kept, because other resources may refer to values that are
 * unknown outside AWS.
 *
 * @see <a href="https://www.serverless.com/framework/docs/providers/aws/guide/resources">Serverless
 *     Framework: resources</a>
 */
final class ServerlessStack {

  private static final String RESOURCES = "Resources";
  private static final Set<String> SECTIONS =
      Set.of(RESOURCES, "Parameters", "Conditions", "Mappings");

  private final ServerlessVariables variables;
  private final ObjectNode stack = JsonNodeFactory.instance.objectNode();

  private ServerlessStack(ServerlessVariables variables) {
    this.variables = variables;
  }

  static boolean isIn(JsonNode configuration) {
    return !configuration.path(RESOURCES).isObject()
        && (configuration.path("resources").isContainerNode()
            || configuration.path("resources").isTextual());
  }

  static JsonNode of(JsonNode configuration, Map<String, String> given, SiblingFiles files) {
    ServerlessStack result =
        new ServerlessStack(new ServerlessVariables(configuration, given, files));
    JsonNode resources = result.variables.dereference(configuration.path("resources"));
    for (JsonNode part : resources.isArray() ? resources : List.of(resources)) {
      result.merge(result.variables.dereference(part));
    }
    return result.stack;
  }

  private void merge(JsonNode part) {
    for (Map.Entry<String, JsonNode> section : part.properties()) {
      JsonNode content = variables.dereference(section.getValue());
      if (content.isArray()) { // a list of files, each with some resources
        content.forEach(element -> merge(section.getKey(), variables.dereference(element)));
      } else {
        merge(section.getKey(), content);
      }
    }
  }

  private void merge(String section, JsonNode content) {
    if (!SECTIONS.contains(section)) {
      return;
    }
    ObjectNode merged = stack.withObjectProperty(section);
    for (Map.Entry<String, JsonNode> entry : content.properties()) {
      JsonNode value = variables.dereference(entry.getValue());
      boolean onlyReferredTo = section.equals(RESOURCES) && !TableProperties.isTable(value);
      merged.set(
          entry.getKey(),
          onlyReferredTo ? JsonNodeFactory.instance.objectNode() : variables.resolve(value));
    }
  }
}
