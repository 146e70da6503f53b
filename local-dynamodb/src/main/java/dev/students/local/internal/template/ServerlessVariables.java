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
 * {@code ${opt:stage, 'dev'}}, {@code ${sls:stage}}, {@code ${env:NAME, 'default'}}, {@code
 * ${param:name}} and {@code ${file(tables.yml):orders}}. Options, environment variables and
 * parameters have the given values; parameters default to those in {@code params}. The value of any
 * other variable can be given under its full text, such as {@code cf:stack.Output}. The default
 * stage is {@code dev}.
 *
 * @see <a href="https://www.serverless.com/framework/docs/guides/variables">Serverless Framework:
 *     variables</a>
 */
final class ServerlessVariables {

  private static final Pattern INNERMOST = Pattern.compile("\\$\\{([A-Za-z]+(?::|\\()[^${}]*)}");
  private static final Pattern ALTERNATIVES =
      Pattern.compile(",(?=(?:[^'\"]|'[^']*'|\"[^\"]*\")*$)");
  private static final int MAXIMUM_NESTING = 50;

  private final JsonNode configuration;
  private final Map<String, String> given;
  private final SiblingFiles files;

  ServerlessVariables(JsonNode configuration, Map<String, String> given, SiblingFiles files) {
    this.configuration = configuration;
    this.given = given;
    this.files = files;
  }

  /** Returns the node with all variables replaced. */
  JsonNode resolve(JsonNode node) {
    return resolve(node, 0);
  }

  /** Returns the value of a node that is a variable; variables inside the value are kept. */
  JsonNode dereference(JsonNode node) {
    return node.isTextual() ? text(node.asText(), 0) : node;
  }

  private JsonNode resolve(JsonNode node, int depth) {
    if (node.isTextual()) {
      JsonNode value = text(node.asText(), depth);
      return value.isContainerNode() ? resolve(value, depth + 1) : value;
    }
    if (node.isArray()) {
      ArrayNode resolved = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> resolved.add(resolve(element, depth)));
      return resolved;
    }
    if (node.isObject()) {
      ObjectNode resolved = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(entry -> resolved.set(entry.getKey(), resolve(entry.getValue(), depth)));
      return resolved;
    }
    return node;
  }

  /** Text that consists of a single variable may represent an object. */
  private JsonNode text(String text, int depth) {
    String resolved = text;
    for (int i = depth; i < MAXIMUM_NESTING; i++) {
      Matcher variable = INNERMOST.matcher(resolved);
      if (!variable.find()) {
        return TextNode.valueOf(resolved);
      }
      JsonNode value = value(variable.group(1), i + 1);
      if (variable.start() == 0 && variable.end() == resolved.length() && !value.isTextual()) {
        return value;
      }
      if (value.isContainerNode()) {
        throw new TemplateException(
            "The variable " + variable.group() + " of " + text + " is not text.");
      }
      resolved =
          resolved.substring(0, variable.start())
              + value.asText()
              + resolved.substring(variable.end());
    }
    throw new TemplateException("The variables of " + text + " refer to each other.");
  }

  private JsonNode value(String expression, int depth) {
    for (String alternative : ALTERNATIVES.split(expression, -1)) {
      Optional<JsonNode> found = lookUp(alternative.strip(), depth);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new TemplateException(
        "The variable ${"
            + expression
            + "} has no value: add a default to the template, or provide the value under the name "
            + nameToGive(expression)
            + ".");
  }

  private static String nameToGive(String expression) {
    String first = ALTERNATIVES.split(expression, -1)[0].strip();
    return first.matches("(opt|env|param):.*") ? first.substring(first.indexOf(':') + 1) : first;
  }

  private Optional<JsonNode> lookUp(String source, int depth) {
    if (source.matches("'.*'|\".*\"")) {
      return Optional.of(TextNode.valueOf(source.substring(1, source.length() - 1)));
    }
    if (given.containsKey(source)) {
      return given(source);
    }
    if (source.startsWith("file(")) {
      int end = source.indexOf(')');
      return files
          .read(source.substring("file(".length(), end < 0 ? source.length() : end).strip())
          .flatMap(file -> at(file, source.substring(end + 1).replaceFirst("^:", ""), depth));
    }
    String[] parts = source.split(":", 2);
    String name = parts.length == 2 ? parts[1].strip() : source;
    return switch (parts[0]) {
      case "self" -> self(name, depth);
      case "sls" -> name.equals("stage") ? self("provider.stage", depth) : given(name);
      case "opt", "env" -> given(name);
      case "param" -> given(name).or(() -> parameter(name, depth));
      case "aws" ->
          Optional.of(TextNode.valueOf(name.equals("accountId") ? "000000000000" : "us-east-1"));
      default -> parts.length == 1 ? Optional.of(TextNode.valueOf(source)) : Optional.empty();
    };
  }

  private Optional<JsonNode> given(String name) {
    return Optional.ofNullable(given.get(name)).map(TextNode::valueOf);
  }

  private Optional<JsonNode> parameter(String name, int depth) {
    return self("provider.stage", depth)
        .flatMap(stage -> at(configuration, "params." + stage.asText() + "." + name, depth))
        .or(() -> at(configuration, "params.default." + name, depth));
  }

  private Optional<JsonNode> self(String path, int depth) {
    if (path.equals("provider.stage") && given.containsKey("stage")) {
      return given("stage");
    }
    return at(configuration, path, depth)
        .or(
            () ->
                switch (path) {
                  case "provider.stage" -> Optional.of(TextNode.valueOf("dev"));
                  case "provider.region" -> Optional.of(TextNode.valueOf("us-east-1"));
                  default -> Optional.empty();
                });
  }

  /**
   * Returns the node at a path of names separated by dots; nodes along the path may be variables.
   */
  private Optional<JsonNode> at(JsonNode root, String path, int depth) {
    JsonNode node = root;
    for (String key : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
      JsonNode within = node.isTextual() ? text(node.asText(), depth) : node;
      node =
          within.isArray() && key.matches("\\d+")
              ? within.path(Integer.parseInt(key))
              : within.path(key);
    }
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    return Optional.of(node.isTextual() ? text(node.asText(), depth) : node);
  }
}
