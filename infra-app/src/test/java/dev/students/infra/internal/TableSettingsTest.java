package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table, and the policies on its key, with every optional setting given. */
class TableSettingsTest {

  @Test
  void table_encryptionKeyGiven_isEncryptedWithIt() {
    assertThat(EverySetting.staging().properties("AWS::DynamoDB::GlobalTable").values())
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.path("SSESpecification"))
                  .hasToString("{\"SSEEnabled\":true,\"SSEType\":\"KMS\"}");
              assertThat(table.path("Replicas").path(0).path("SSESpecification"))
                  .hasToString("{\"KMSMasterKeyId\":\"" + EverySetting.KEY + "\"}");
            });
  }

  @Test
  void keyStatements_allowUseThroughDynamoDbOnlyAndInProductionOnlyDecryption() {
    Template production = Template.read(EverySetting.ASSEMBLY, "students-production");
    String reading = "[\"kms:Decrypt\",\"kms:DescribeKey\"]";
    String writing =
        "[\"kms:Decrypt\",\"kms:DescribeKey\",\"kms:Encrypt\",\"kms:GenerateDataKey\","
            + "\"kms:GenerateDataKeyWithoutPlaintext\",\"kms:ReEncryptFrom\",\"kms:ReEncryptTo\"]";

    assertThat(keyStatements(production)).containsExactlyInAnyOrder(reading, writing, writing);
    assertThat(keyStatements(EverySetting.staging()))
        .containsExactlyInAnyOrder(writing, writing, writing, writing);
  }

  /** The actions of each statement on the key, once its resource and condition are checked. */
  private static List<String> keyStatements(Template template) {
    return template.json().findValues("Statement").stream()
        .flatMap(JsonNode::valueStream)
        .filter(it -> it.path("Sid").asText().equals("UseKeyThroughDynamoDb"))
        .map(
            it -> {
              assertThat(it.path("Resource").asText()).isEqualTo(EverySetting.KEY);
              assertThat(it.path("Condition"))
                  .hasToString(
                      "{\"StringEquals\":{\"kms:ViaService\":{\"Fn::Join\":[\"\",[\"dynamodb.\","
                          + "{\"Ref\":\"AWS::Region\"},\".\",{\"Ref\":\"AWS::URLSuffix\"}]]}}}");
              return it.path("Action").toString();
            })
        .toList();
  }

  @Test
  void applicationPolicy_allowsErasingOnlyWhereSet() {
    assertThat(sids("students-staging", "Application")).contains("Erase");
    assertThat(sids("students-dev-run-7", "Application")).isNotEmpty().doesNotContain("Erase");
    assertThat(sids("students-production", "Application")).isNotEmpty().doesNotContain("Erase");
  }

  @Test
  void applicationPolicy_allowsReadingTheWholeTableOnlyWhereSet() {
    String[] whole = {"ReadWholeTable", "DescribeTable"};
    assertThat(sids("students-staging", "Application")).contains(whole);
    assertThat(sids("students-dev-run-7", "Application")).isNotEmpty().doesNotContain(whole);
    assertThat(sids("students-production", "Application")).isNotEmpty().doesNotContain(whole);
  }

  private static List<String> sids(String stack, String policy) {
    return Template.read(EverySetting.ASSEMBLY, stack)
        .properties("AWS::IAM::ManagedPolicy")
        .entrySet()
        .stream()
        .filter(it -> it.getKey().startsWith("AccessPolicies" + policy))
        .flatMap(it -> it.getValue().path("PolicyDocument").path("Statement").valueStream())
        .map(it -> it.path("Sid").asText())
        .toList();
  }

  @Test
  void table_throughputGiven_limitsTableAndIndex() {
    JsonNode table = EverySetting.staging().resource("StudentsTableA3A559EA").path("Properties");

    assertThat(
            List.of(
                table.path("WriteOnDemandThroughputSettings"),
                table.at("/Replicas/0/ReadOnDemandThroughputSettings"),
                table.at("/GlobalSecondaryIndexes/0/WriteOnDemandThroughputSettings"),
                table.at("/Replicas/0/GlobalSecondaryIndexes/0/ReadOnDemandThroughputSettings"),
                table.path("WarmThroughput"),
                table.at("/GlobalSecondaryIndexes/0/WarmThroughput")))
        .hasToString(
            "[{\"MaxWriteRequestUnits\":10000}, {\"MaxReadRequestUnits\":20000},"
                + " {\"MaxWriteRequestUnits\":10000}, {\"MaxReadRequestUnits\":20000},"
                + " {\"ReadUnitsPerSecond\":15000,\"WriteUnitsPerSecond\":5000},"
                + " {\"ReadUnitsPerSecond\":15000,\"WriteUnitsPerSecond\":5000}]");
  }

  @Test
  void contributorInsights_on_recordThrottledKeysOfTableAndIndex() {
    JsonNode replica =
        EverySetting.production().resource("StudentsTableA3A559EA").at("/Properties/Replicas/0");

    assertThat(
            List.of(
                replica.path("ContributorInsightsSpecification"),
                replica.at("/GlobalSecondaryIndexes/0/ContributorInsightsSpecification")))
        .hasToString(
            "[{\"Enabled\":true,\"Mode\":\"THROTTLED_KEYS\"},"
                + " {\"Enabled\":true,\"Mode\":\"THROTTLED_KEYS\"}]");
  }

  @Test
  void productionByKind_underItsOwnName_hasTheGuardsOfProduction() {
    Template tenant = EverySetting.tenant();
    JsonNode table = tenant.resource("StudentsTableA3A559EA");

    InvariantsTest.assertNothingTruncates(tenant);
    InvariantsTest.assertAcceptanceReadsOnlyTheTable(tenant);
    assertThat(table.path("DeletionPolicy").asText()).isEqualTo("Retain");
    assertThat(table.at("/Properties/Replicas/0/DeletionProtectionEnabled").asBoolean()).isTrue();
    assertThat(
            Template.json(EverySetting.ASSEMBLY.resolve("manifest.json"))
                .at("/artifacts/students-second-tenant/properties/terminationProtection")
                .asBoolean())
        .isTrue();
    assertThat(EverySetting.parameter(tenant, "/students/second-tenant/kind"))
        .isEqualTo("\"production\"");
  }

  @Test
  void resourcePolicy_writersGiven_deniesDeletionOtherWritersAndBareWrites() {
    JsonNode policy =
        EverySetting.tenant()
            .resource("StudentsTableA3A559EA")
            .at("/Properties/Replicas/0/ResourcePolicy/PolicyDocument/Statement");
    String writes =
        "[\"dynamodb:BatchWriteItem\",\"dynamodb:DeleteItem\",\"dynamodb:PartiQLDelete\","
            + "\"dynamodb:PartiQLInsert\",\"dynamodb:PartiQLUpdate\",\"dynamodb:PutItem\","
            + "\"dynamodb:UpdateItem\"]";

    assertThat(policy)
        .hasToString(
            "[{\"Action\":\"dynamodb:DeleteTable\",\"Effect\":\"Deny\",\"Principal\":{\"AWS\":\"*\"},"
                + "\"Resource\":\"*\",\"Sid\":\"DenyDeletion\"},{\"Action\":"
                + writes
                + ",\"Condition\":{\"ArnNotEquals\":{\"aws:PrincipalArn\":"
                + "[\"arn:aws:iam::111122223333:role/students-service\"]}},\"Effect\":\"Deny\","
                + "\"Principal\":{\"AWS\":\"*\"},\"Resource\":\"*\",\"Sid\":\"DenyOtherWriters\"},"
                + "{\"Action\":"
                + writes
                + ",\"Condition\":{\"Null\":{\"dynamodb:EnclosingOperation\":\"true\"}},"
                + "\"Effect\":\"Deny\",\"Principal\":{\"AWS\":\"*\"},\"Resource\":\"*\","
                + "\"Sid\":\"DenyWritesOutsideTransactions\"}]");
  }
}
