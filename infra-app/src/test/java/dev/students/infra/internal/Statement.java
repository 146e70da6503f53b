package dev.students.infra.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A statement about the table, of a policy in a synthesized template.
 *
 * @param resource {@code table}, or {@code index/} and the index's name
 * @param leadingKeys patterns of partition keys; empty when any will do
 * @param enclosing operations that must enclose the action; empty when none need
 */
record Statement(
    String sid,
    List<String> actions,
    String resource,
    List<String> leadingKeys,
    List<String> enclosing) {

  static List<Statement> of(JsonNode policy) {
    List<Statement> statements = new ArrayList<>();
    for (JsonNode it : policy.path("PolicyDocument").path("Statement")) {
      List<String> actions = texts(it.path("Action")).toList();
      if (actions.stream().anyMatch(action -> action.startsWith("dynamodb:"))) {
        JsonNode conditions = it.path("Condition");
        statements.add(
            new Statement(
                it.path("Sid").asText(),
                actions,
                resource(it.path("Resource")),
                texts(conditions.findPath("dynamodb:LeadingKeys")).toList(),
                texts(conditions.findPath("dynamodb:EnclosingOperation")).toList()));
      }
    }
    return statements;
  }

  boolean allows(Access access) {
    return actions.contains(access.action())
        && resource.equals(access.resource())
        && (enclosing.isEmpty() || access.enclosing().filter(enclosing::contains).isPresent())
        && (leadingKeys.isEmpty() || leadingKeys.contains(access.leadingKey() + "*"));
  }

  /** The statement once for each of its actions and patterns, each of which must be needed. */
  Stream<Statement> parts() {
    List<List<String>> patterns =
        leadingKeys.isEmpty() ? List.of(List.of()) : leadingKeys.stream().map(List::of).toList();
    return actions.stream()
        .flatMap(
            action ->
                patterns.stream()
                    .map(it -> new Statement(sid, List.of(action), resource, it, enclosing)));
  }

  private static String resource(JsonNode resource) {
    JsonNode join = resource.path("Fn::Join").path(1);
    if (join.path(0).path("Fn::GetAtt").path(1).asText().equals("Arn")) {
      return join.path(1).asText().substring(1);
    }
    return resource.path("Fn::GetAtt").path(1).asText().equals("Arn")
        ? "table"
        : resource.toString();
  }

  private static Stream<String> texts(JsonNode oneOrMany) {
    return oneOrMany.isTextual()
        ? Stream.of(oneOrMany.asText())
        : oneOrMany.valueStream().map(JsonNode::asText);
  }
}
