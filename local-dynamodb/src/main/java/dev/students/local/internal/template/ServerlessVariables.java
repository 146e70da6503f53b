package dev.students.local.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.students.local.TemplateException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the variables of a Serverless Framework configuration: {@code ${self:custom.table}},
 * {@code ${opt:stage, 'dev'}}, {@code ${sls:stage}}, {@code ${env:NAME, 'default'}} and {@code
 * ${param:name}}. Options and parameters have the values given; the stage is {@code dev} by
 * default.
 *
 * @see <a href="https://www.serverless.com/framework/docs/guides/variables">Serverless Framework:
 *     variables</a>
 */
final class ServerlessVariables {

  private static final Pattern INNERMOST = Pattern.compile("\\$\\{([a-z]+(?::|\\()[^${}]*)}");
  private static final int MAXIMUM_NESTING = 50;

  private final JsonNode configuration;
  private final Map<String, String> given;

  ServerlessVariables(JsonNode configuration, Map<String, String> given) {
    this.configuration = configuration;
    this.given = given;
  }

  JsonNode resolve(JsonNode node) {
    if (node.isTextual()) {
      return TextNode.valueOf(resolve(node.asText()));
    }
    if (node.isArray()) {
      ArrayNode resolved = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> resolved.add(resolve(element)));
      return resolved;
    }
    if (node.isObject()) {
      ObjectNode resolved = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(entry -> resolved.set(entry.getKey(), resolve(entry.getValue())));
      return resolved;
    }
    return node;
  }

  private String resolve(String text) {
    String resolved = text;
    for (int i = 0; i < MAXIMUM_NESTING; i++) {
      Matcher variable = INNERMOST.matcher(resolved);
      if (!variable.find()) {
        return resolved;
      }
      resolved =
          resolved.substring(0, variable.start())
              + value(variable.group(1))
              + resolved.substring(variable.end());
    }
    throw new TemplateException("The variables of " + text + " refer to each other.");
  }

  private String value(String expression) {
    for (String alternative : expression.split(",", -1)) {
      Optional<String> found = lookUp(alternative.strip());
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new TemplateException(
        "The variable ${" + expression + "} has no value: give one, or a default in the template.");
  }

  private Optional<String> lookUp(String source) {
    if (source.matches("'.*'|\".*\"")) {
      return Optional.of(source.substring(1, source.length() - 1));
    }
    String[] parts = source.split(":", 2);
    String name = parts.length == 2 ? parts[1].strip() : source;
    return switch (parts[0]) {
      case "self" -> self(name);
      case "sls" -> name.equals("stage") ? self("provider.stage") : given(name);
      case "opt", "param", "env" -> given(name);
      case "aws" -> Optional.of(name.equals("accountId") ? "000000000000" : "us-east-1");
      default -> parts.length == 1 ? Optional.of(source) : Optional.empty();
    };
  }

  private Optional<String> given(String name) {
    return Optional.ofNullable(given.get(name));
  }

  private Optional<String> self(String path) {
    if (path.equals("provider.stage") && given.containsKey("stage")) {
      return given("stage");
    }
    JsonNode node = configuration;
    for (String key : path.split("\\.", -1)) {
      node = node.path(key);
    }
    if (node.isValueNode()) {
      return Optional.of(node.asText());
    }
    return switch (path) {
      case "provider.stage" -> Optional.of("dev");
      case "provider.region" -> Optional.of("us-east-1");
      default -> Optional.empty();
    };
  }
}
