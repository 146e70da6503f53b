package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.students.data.StudentTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must never change, whatever snapshot somebody accepts. */
class InvariantsTest {

  private static final String TABLE = "StudentsTableA3A559EA";

  @ParameterizedTest
  @MethodSource("dev.students.infra.internal.Template#stacks")
  void table_keepsItsLogicalId(String stack) {
    assertThat(Template.built(stack).properties("AWS::DynamoDB::GlobalTable"))
        .containsOnlyKeys(TABLE);
  }

  @ParameterizedTest
  @MethodSource("dev.students.infra.internal.Template#stacks")
  void table_keepsItsKeysAndIndexKeys(String stack) {
    JsonNode table = Template.built(stack).resource(TABLE).path("Properties");

    assertThat(table.path("KeySchema"))
        .hasToString(
            """
            [{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}]""");
    assertThat(table.path("GlobalSecondaryIndexes").path(0))
        .hasToString(
            """
            {"IndexName":"gsi1","KeySchema":[\
            {"AttributeName":"gsi1_pk","KeyType":"HASH"},{"AttributeName":"gsi1_sk","KeyType":"RANGE"}],\
            "Projection":{"ProjectionType":"ALL"}}""");
  }

  @ParameterizedTest
  @MethodSource("dev.students.infra.internal.Template#stacks")
  void table_hasOneReplicaInRegionOfStack(String stack) {
    JsonNode replicas = Template.built(stack).resource(TABLE).path("Properties").path("Replicas");

    assertThat(replicas.findValues("Region")).hasToString("[{\"Ref\":\"AWS::Region\"}]");
  }

  /** What each kind means, written out: removal policy and protections. */
  private static final Map<EnvironmentKind, List<Object>> PROTECTIONS =
      Map.of(
          EnvironmentKind.DEV, List.of("Delete", "Delete", false, false, false),
          EnvironmentKind.STAGING, List.of("Delete", "Delete", false, true, false),
          EnvironmentKind.PRODUCTION, List.of("Retain", "Retain", true, true, true));

  @ParameterizedTest
  @MethodSource("dev.students.infra.internal.Template#environments")
  void table_protections_followKind(EnvironmentSettings environment) {
    JsonNode table = Template.built(environment.stackName()).resource(TABLE);
    JsonNode replica = table.path("Properties").path("Replicas").path(0);
    JsonNode stack =
        Template.json(Template.ASSEMBLY.resolve("manifest.json"))
            .path("artifacts")
            .path(environment.stackName());

    assertThat(
            List.<Object>of(
                table.path("DeletionPolicy").asText(),
                table.path("UpdateReplacePolicy").asText(),
                replica.path("DeletionProtectionEnabled").asBoolean(),
                replica
                    .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                    .asBoolean(),
                stack.at("/properties/terminationProtection").asBoolean()))
        .isEqualTo(PROTECTIONS.get(environment.kind()));
  }

  static List<EnvironmentSettings> productions() {
    return Template.environments().stream()
        .filter(it -> it.kind() == EnvironmentKind.PRODUCTION)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("productions")
  void production_containsNothingThatTruncates(EnvironmentSettings environment) {
    assertNothingTruncates(Template.built(environment.stackName()));
  }

  /** For templates that other tests synthesize, too. */
  static void assertNothingTruncates(Template production) {
    assertThat(production.properties("AWS::Lambda::Function")).isEmpty();
    assertThat(allowedActions(production))
        .isNotEmpty()
        .doesNotContain("dynamodb:BatchWriteItem", "dynamodb:DeleteTable");
    assertThat(statements(production))
        .filteredOn(it -> texts(it.path("Action")).anyMatch("dynamodb:Scan"::equals))
        .allSatisfy(it -> assertThat(it.path("Sid").asText()).isEqualTo("ReadWholeTable"));
    assertThat(production.json().toString()).doesNotContain("truncation-permit");
  }

  @ParameterizedTest
  @MethodSource("productions")
  void acceptancePolicy_inProduction_readsOnly(EnvironmentSettings environment) {
    assertAcceptanceReadsOnly(Template.built(environment.stackName()));
  }

  /** Of the table; with a key of one's own the policy also allows decryption. */
  static void assertAcceptanceReadsOnlyTheTable(Template production) {
    JsonNode acceptance = production.resource("AccessPoliciesAcceptance9DEB765C");

    assertThat(acceptance.findValues("Action").stream().flatMap(InvariantsTest::texts))
        .isNotEmpty()
        .isSubsetOf(
            "dynamodb:GetItem",
            "dynamodb:Query",
            "dynamodb:DescribeTable",
            "dynamodb:DescribeContinuousBackups",
            "ssm:GetParameter",
            "kms:Decrypt",
            "kms:DescribeKey");
  }

  private static void assertAcceptanceReadsOnly(Template production) {
    JsonNode acceptance = production.resource("AccessPoliciesAcceptance9DEB765C");

    assertThat(acceptance.findValues("Action").stream().flatMap(InvariantsTest::texts))
        .containsExactlyInAnyOrder(
            "dynamodb:GetItem",
            "dynamodb:Query",
            "dynamodb:Query",
            "dynamodb:DescribeTable",
            "dynamodb:DescribeContinuousBackups",
            "ssm:GetParameter");
  }

  @ParameterizedTest
  @MethodSource("dev.students.infra.internal.Template#stacks")
  void statements_haveNoWildcardActionOrResource(String stack) {
    Template template = Template.built(stack);

    assertThat(actions(template)).isNotEmpty().noneMatch(action -> action.contains("*"));
    assertThat(wildcardResources(template))
        .as("a log group's ARN ends in :* where its streams are meant, whose names are Lambda's")
        .isSubsetOf("WriteLog");
  }

  @ParameterizedTest
  @MethodSource("dev.students.infra.internal.Template#stacks")
  void index_mayBeQueriedByAtLeastOnePolicy(String stack) {
    String allowed =
        statements(Template.built(stack)).stream()
            .filter(it -> texts(it.path("Action")).anyMatch("dynamodb:Query"::equals))
            .map(it -> it.path("Resource").toString())
            .collect(Collectors.joining());

    for (StudentTable.Index index : StudentTable.INDEXES) {
      assertThat(allowed)
          .as("choose the policies that may query %s: see docs/add-an-index.md", index.name())
          .contains("/index/" + index.name() + "\"");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.students.infra.internal.Template#stacks")
  void writeStatements_requireTransactionAndPartitionKeyPrefix(String stack) {
    assertThat(statements(Template.built(stack)))
        .filteredOn(
            it -> it.toString().matches(".*dynamodb:(Put|Update|Delete|ConditionCheck)Item.*"))
        .isNotEmpty()
        .allSatisfy(
            it -> {
              String sid = it.path("Sid").asText();
              JsonNode condition = it.path("Condition");
              assertThat(condition.findPath("dynamodb:EnclosingOperation"))
                  .as(sid)
                  .hasToString(
                      sid.equals("WriteAsLegacyClient") ? "\"true\"" : "[\"TransactWriteItems\"]");
              assertThat(condition.findPath("dynamodb:LeadingKeys").toString())
                  .as(sid)
                  .isEqualTo(
                      switch (sid) {
                        case "Write" -> "";
                        case "FreeEmail", "CheckReservations" -> "[\"email#*\"]";
                        default -> "[\"student#*\"]";
                      });
            });
  }

  private static List<String> allowedActions(Template template) {
    return statements(template).stream()
        .filter(it -> it.path("Effect").asText().equals("Allow"))
        .flatMap(it -> texts(it.path("Action")))
        .toList();
  }

  private static List<String> actions(Template template) {
    return statements(template).stream().flatMap(it -> texts(it.path("Action"))).toList();
  }

  private static Set<String> wildcardResources(Template template) {
    return statements(template).stream()
        .filter(it -> it.path("Effect").asText().equals("Allow"))
        .filter(it -> it.path("Resource").toString().contains("*"))
        .map(it -> it.path("Sid").asText())
        .collect(Collectors.toSet());
  }

  private static List<JsonNode> statements(Template template) {
    List<JsonNode> statements = new ArrayList<>();
    template.json().findValues("Statement").forEach(list -> list.forEach(statements::add));
    return statements;
  }

  private static Stream<String> texts(JsonNode oneOrMany) {
    return oneOrMany.isTextual()
        ? Stream.of(oneOrMany.asText())
        : oneOrMany.valueStream().map(JsonNode::asText);
  }
}
