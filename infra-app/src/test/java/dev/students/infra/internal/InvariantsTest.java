package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must never change, whatever snapshot somebody accepts. */
class InvariantsTest {

  private static final String TABLE = "StudentsTableA3A559EA";

  @ParameterizedTest
  @ValueSource(strings = {"students-dev", "students-staging", "students-production"})
  void table_keepsItsLogicalId(String stack) {
    assertThat(Template.built(stack).properties("AWS::DynamoDB::GlobalTable"))
        .containsOnlyKeys(TABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"students-dev", "students-staging", "students-production"})
  void table_keepsItsKeysAndIndexKeys(String stack) {
    JsonNode table = Template.built(stack).resource(TABLE).path("Properties");

    assertThat(table.path("KeySchema"))
        .hasToString(
            """
            [{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}]""");
    assertThat(table.path("GlobalSecondaryIndexes"))
        .hasToString(
            """
            [{"IndexName":"gsi1","KeySchema":[\
            {"AttributeName":"gsi1_pk","KeyType":"HASH"},{"AttributeName":"gsi1_sk","KeyType":"RANGE"}],\
            "Projection":{"ProjectionType":"ALL"}}]""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"students-dev", "students-staging", "students-production"})
  void table_hasOneReplicaInRegionOfStack(String stack) {
    JsonNode replicas = Template.built(stack).resource(TABLE).path("Properties").path("Replicas");

    assertThat(replicas.findValues("Region")).hasToString("[{\"Ref\":\"AWS::Region\"}]");
  }

  @ParameterizedTest
  @CsvSource({
    "students-dev, Delete, false, false, false",
    "students-staging, Delete, false, true, false",
    "students-production, Retain, true, true, true"
  })
  void table_protections_followKind(
      String stack,
      String removal,
      boolean deletionProtection,
      boolean pointInTimeRecovery,
      boolean terminationProtection) {
    JsonNode table = Template.built(stack).resource(TABLE);
    JsonNode replica = table.path("Properties").path("Replicas").path(0);
    JsonNode manifest = Template.json(Template.ASSEMBLY.resolve("manifest.json"));

    assertThat(table.path("DeletionPolicy").asText()).isEqualTo(removal);
    assertThat(table.path("UpdateReplacePolicy").asText()).isEqualTo(removal);
    assertThat(replica.path("DeletionProtectionEnabled").asBoolean()).isEqualTo(deletionProtection);
    assertThat(
            replica
                .path("PointInTimeRecoverySpecification")
                .path("PointInTimeRecoveryEnabled")
                .asBoolean())
        .isEqualTo(pointInTimeRecovery);
    assertThat(
            manifest
                .path("artifacts")
                .path(stack)
                .path("properties")
                .path("terminationProtection")
                .asBoolean())
        .isEqualTo(terminationProtection);
  }

  @Test
  void production_containsNothingThatTruncates() {
    Template production = Template.built("students-production");

    assertThat(production.properties("AWS::Lambda::Function")).isEmpty();
    assertThat(actions(production))
        .doesNotContain("dynamodb:Scan", "dynamodb:BatchWriteItem", "dynamodb:DeleteTable");
    assertThat(production.json().toString()).doesNotContain("truncation-permit");
  }

  @Test
  void acceptancePolicy_inProduction_readsOnly() {
    JsonNode acceptance =
        Template.built("students-production").resource("AccessPoliciesAcceptance9DEB765C");

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
  @ValueSource(strings = {"students-dev", "students-staging", "students-production"})
  void statements_haveNoWildcardActionOrResource(String stack) {
    Template template = Template.built(stack);

    assertThat(actions(template)).isNotEmpty().noneMatch(action -> action.contains("*"));
    assertThat(wildcardResources(template))
        .as("a log group's ARN ends in :* where its streams are meant, whose names are Lambda's")
        .isSubsetOf("WriteLog");
  }

  @ParameterizedTest
  @ValueSource(strings = {"students-dev", "students-staging", "students-production"})
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
                        case "FreeEmail" -> "[\"email#*\"]";
                        default -> "[\"student#*\"]";
                      });
            });
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
