package dev.students.local.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.students.local.TemplateException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Replaces CloudFormation's intrinsic functions by their values.
 *
 * <p>Parameters have the given values or else their defaults; pseudo parameters have the values of
 * an emulator. A name or ARN that CloudFormation would generate for another resource is derived
 * from its logical id.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 *     function reference</a>
 */
final class Intrinsics {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");
  private static final Map<String, String> PSEUDO_PARAMETERS =
      Map.of(
          "AWS::AccountId", "000000000000",
          "AWS::Partition", "aws",
          "AWS::Region", "us-east-1",
          "AWS::StackId", "arn:aws:cloudformation:us-east-1:000000000000:stack/local/1",
          "AWS::StackName", "local",
          "AWS::URLSuffix", "amazonaws.com");

  private final JsonNode template;
  private final Map<String, String> parameters;

  /** The names whose values are being resolved, outermost first. */
  private final Set<String> open = new LinkedHashSet<>();

  Intrinsics(JsonNode template, Map<String, String> parameters) {
    this.template = template;
    this.parameters = parameters;
  }

  /** Evaluates the condition with the given name. */
  boolean holds(String condition) {
    JsonNode definition = template.path("Conditions").path(condition);
    if (definition.isMissingNode()) {
      throw new TemplateException("There is no condition " + condition + " in the template.");
    }
    return truth(once(condition, () -> resolve(definition)));
  }

  /** Whether a Region is that of the emulator; false if its name is unknown outside AWS. */
  boolean isOwnRegion(JsonNode region) {
    return region.asText().equals(PSEUDO_PARAMETERS.get("AWS::Region"))
        || region.path("Ref").asText().equals("AWS::Region");
  }

  /** Resolves a value; a value that depends on itself is an error. */
  private <T> T once(String name, Supplier<T> value) {
    if (!open.add(name)) {
      throw new TemplateException("The value of " + name + " depends on itself.");
    }
    try {
      return value.get();
    } finally {
      open.remove(name);
    }
  }

  /** Returns the value with all functions evaluated; a missing node for {@code AWS::NoValue}. */
  JsonNode resolve(JsonNode node) {
    if (node.isArray()) {
      ArrayNode resolved = JSON.arrayNode();
      node.forEach(element -> ifPresent(resolve(element), resolved::add));
      return resolved;
    }
    if (!node.isObject()) {
      return node;
    }
    if (node.size() == 1) {
      Map.Entry<String, JsonNode> only = node.properties().iterator().next();
      if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
        return call(only.getKey(), only.getValue());
      }
      if (only.getKey().equals("Condition") && only.getValue().isTextual()) {
        return BooleanNode.valueOf(holds(only.getValue().asText()));
      }
    }
    ObjectNode resolved = JSON.objectNode();
    node.properties()
        .forEach(
            property ->
                ifPresent(
                    resolve(property.getValue()), value -> resolved.set(property.getKey(), value)));
    return resolved;
  }

  private static void ifPresent(JsonNode node, Consumer<JsonNode> consumer) {
    if (!node.isMissingNode()) {
      consumer.accept(node);
    }
  }

  private JsonNode call(String function, JsonNode argument) {
    return switch (function) {
      case "Ref" -> ref(argument.asText());
      case "Fn::Sub" -> sub(argument);
      case "Fn::Join" -> join(argument);
      case "Fn::If" -> resolve(argument.get(holds(argument.path(0).asText()) ? 1 : 2));
      case "Fn::Equals" ->
          BooleanNode.valueOf(
              resolve(argument.path(0)).asText().equals(resolve(argument.path(1)).asText()));
      case "Fn::Not" -> BooleanNode.valueOf(!truth(resolve(argument.path(0))));
      case "Fn::And" -> BooleanNode.valueOf(all(argument).stream().allMatch(Intrinsics::truth));
      case "Fn::Or" -> BooleanNode.valueOf(all(argument).stream().anyMatch(Intrinsics::truth));
      case "Fn::Select" -> select(argument);
      case "Fn::Split" -> split(argument);
      case "Fn::FindInMap" -> findInMap(argument);
      case "Fn::GetAtt" -> TextNode.valueOf(all(argument).get(0).asText());
      default ->
          throw new TemplateException(
              function + " is not supported: its value is not known outside AWS.");
    };
  }

  private List<JsonNode> all(JsonNode list) {
    List<JsonNode> resolved = new ArrayList<>();
    list.forEach(element -> resolved.add(resolve(element)));
    return resolved;
  }

  private static boolean truth(JsonNode value) {
    return value.asBoolean() || value.asText().equals("true");
  }

  private JsonNode ref(String name) {
    return name.equals("AWS::NoValue")
        ? MissingNode.getInstance()
        : variable(name)
            .orElseThrow(
                () ->
                    new TemplateException(
                        "The template does not define "
                            + name
                            + ", or it is a parameter without a default: provide its value."));
  }

  private Optional<JsonNode> variable(String name) {
    JsonNode parameter = template.path("Parameters").path(name);
    String type = parameter.path("Type").asText();
    return Optional.ofNullable(parameters.get(name))
        .or(() -> Optional.ofNullable(PSEUDO_PARAMETERS.get(name)))
        // The default of a parameter that refers to Parameter Store is a name, not a value.
        .or(
            () ->
                Optional.ofNullable(parameter.get("Default"))
                    .filter(value -> !type.startsWith("AWS::SSM::"))
                    .map(JsonNode::asText))
        .map(value -> type.matches("CommaDelimitedList|List<.*>") ? list(value) : text(value))
        .or(() -> resource(name.split("\\.", 2)[0]).map(Intrinsics::text));
  }

  private static JsonNode text(String value) {
    return TextNode.valueOf(value);
  }

  private static JsonNode list(String value) {
    ArrayNode elements = JSON.arrayNode();
    for (String element : value.split(",", -1)) {
      elements.add(element.strip());
    }
    return elements;
  }

  /** A reference to a table evaluates to its name. */
  private Optional<String> resource(String logicalId) {
    if (!template.path("Resources").has(logicalId)) {
      return Optional.empty();
    }
    JsonNode resource = template.path("Resources").path(logicalId);
    JsonNode name =
        TableProperties.isTable(resource)
            ? once(logicalId, () -> resolve(resource.path("Properties").path("TableName")))
            : MissingNode.getInstance();
    return Optional.of(name.asText(logicalId));
  }

  private JsonNode sub(JsonNode argument) {
    String text = resolve(argument.isArray() ? argument.path(0) : argument).asText();
    JsonNode own = argument.isArray() ? resolve(argument.path(1)) : JSON.objectNode();
    return TextNode.valueOf(
        VARIABLE
            .matcher(text)
            .replaceAll(match -> Matcher.quoteReplacement(substitute(match, own))));
  }

  private String substitute(MatchResult match, JsonNode own) {
    if (!match.group(1).isEmpty()) {
      return "${" + match.group(2) + "}";
    }
    return own.has(match.group(2))
        ? own.get(match.group(2)).asText()
        : ref(match.group(2)).asText();
  }

  private JsonNode join(JsonNode argument) {
    return TextNode.valueOf(
        StreamSupport.stream(resolve(argument.path(1)).spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(argument.path(0).asText())));
  }

  private JsonNode select(JsonNode argument) {
    return resolve(argument.path(1)).path(resolve(argument.path(0)).asInt());
  }

  private JsonNode split(JsonNode argument) {
    ArrayNode parts = JSON.arrayNode();
    for (String part :
        resolve(argument.path(1)).asText().split(Pattern.quote(argument.path(0).asText()), -1)) {
      parts.add(part);
    }
    return parts;
  }

  private JsonNode findInMap(JsonNode argument) {
    List<JsonNode> path = all(argument);
    JsonNode found = template.path("Mappings");
    for (JsonNode key : path.subList(0, 3)) {
      found = found.path(key.asText());
    }
    if (found.isMissingNode()) {
      throw new TemplateException("Fn::FindInMap finds nothing for " + path + ".");
    }
    return resolve(found);
  }
}
