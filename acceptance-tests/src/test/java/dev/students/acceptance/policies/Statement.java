package dev.students.acceptance.policies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A statement about the table, of a policy in a synthesized template.
 *
 * @param resource {@code table}, or {@code index/} and the index's name
 * @param leadingKeys patterns of partition keys; empty if any key is allowed
 * @param enclosing operations that must enclose the action; empty if none is required
 * @param alone whether no operation may enclose the action
 */
record Statement(
    String sid,
    List<String> actions,
    String resource,
    List<String> leadingKeys,
    List<String> enclosing,
    boolean alone) {

  /** Returns the statements of a policy that concern DynamoDB. */
  static List<Statement> of(JsonNode policy) {
    return policy
        .path("PolicyDocument")
        .path("Statement")
        .valueStream()
        .filter(it -> texts(it.path("Action")).anyMatch(action -> action.startsWith("dynamodb:")))
        .map(Statement::statement)
        .toList();
  }

  private static Statement statement(JsonNode json) {
    JsonNode conditions = json.path("Condition");
    return new Statement(
        json.path("Sid").asText(),
        texts(json.path("Action")).toList(),
        resource(json.path("Resource")),
        texts(conditions.path("ForAllValues:StringLike").path("dynamodb:LeadingKeys")).toList(),
        texts(conditions.path("ForAnyValue:StringEquals").path("dynamodb:EnclosingOperation"))
            .toList(),
        conditions.path("Null").path("dynamodb:EnclosingOperation").asText().equals("true"));
  }

  boolean allows(Access access) {
    return actions.contains(access.action())
        && resource.equals(access.resource())
        && (enclosing.isEmpty() || access.enclosing().filter(enclosing::contains).isPresent())
        && (!alone || access.enclosing().isEmpty())
        && (leadingKeys.isEmpty() || leadingKeys.contains(access.leadingKey() + "*"));
  }

  /** Splits the statement into one for each action and pattern, each of which must be needed. */
  Stream<Statement> parts() {
    List<List<String>> patterns =
        leadingKeys.isEmpty() ? List.of(List.of()) : leadingKeys.stream().map(List::of).toList();
    return actions.stream()
        .flatMap(
            action ->
                patterns.stream()
                    .map(
                        pattern ->
                            new Statement(
                                sid, List.of(action), resource, pattern, enclosing, alone)));
  }

  private static String resource(JsonNode resource) {
    JsonNode join = resource.path("Fn::Join").path(1);
    if (isTableArn(join.path(0))) {
      return join.path(1).asText().substring(1);
    }
    return isTableArn(resource) ? "table" : resource.toString();
  }

  private static boolean isTableArn(JsonNode node) {
    return node.path("Fn::GetAtt").path(0).asText().startsWith("StudentsTable")
        && node.path("Fn::GetAtt").path(1).asText().equals("Arn");
  }

  private static Stream<String> texts(JsonNode oneOrMany) {
    return oneOrMany.isTextual()
        ? Stream.of(oneOrMany.asText())
        : oneOrMany.valueStream().map(JsonNode::asText);
  }
}
