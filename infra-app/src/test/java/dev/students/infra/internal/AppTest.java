package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.students.infra.InvalidSettingException;
import dev.students.infra.StudentsApp;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.HIPAASecurityChecks;
import io.github.cdklabs.cdknag.NIST80053R5Checks;
import io.github.cdklabs.cdknag.NagReportFormat;
import io.github.cdklabs.cdknag.PCIDSS321Checks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;

/** The app with every optional setting given. */
class AppTest {

  private static final String KEY = SettingPairs.KEY;

  private static final Map<String, Object> ALARMS =
      Map.of(
          "email",
          "on-call@school.example",
          "encryptTopic",
          true,
          "failedConditions",
          42,
          "readUnitsPerSecond",
          100_000_000);

  private static final Map<String, Object> EVERY_SETTING =
      Map.of(
          "dev",
          Map.of("instance", "run-7"),
          "staging",
          Map.ofEntries(
              Map.entry("account", "111122223333"),
              Map.entry("region", "eu-central-1"),
              Map.entry("encryptionKeyArn", KEY),
              Map.entry("truncationFunction", true),
              Map.entry("truncationReservedConcurrency", 2),
              Map.entry("logRetentionDays", 7),
              Map.entry("applicationMayErase", true),
              Map.entry("contributorInsights", true),
              Map.entry("maxReadUnits", 20_000),
              Map.entry("maxWriteUnits", 10_000),
              Map.entry("warmReadUnits", 15_000),
              Map.entry("warmWriteUnits", 5_000),
              Map.entry("alarms", ALARMS),
              Map.entry("budget", Map.of("monthlyDollars", 50, "email", "billing@school.example")),
              Map.entry("tags", Map.of("team", "campus"))),
          "production",
          Map.of("encryptionKeyArn", KEY, "region", "eu-central-1"),
          "second-tenant",
          Map.of(
              "kind",
              "production",
              "region",
              "xx-nowhere-9",
              "writers",
              List.of("arn:aws:iam::111122223333:role/students-service"),
              "alarms",
              Map.of("topicArn", "arn:aws:sns:xx-nowhere-9:111122223333:on-call"),
              "backup",
              Map.of(
                  "days",
                  365,
                  "copyTo",
                  "arn:aws:backup:eu-west-1:999988887777:backup-vault:students",
                  "copyDays",
                  90,
                  "lock",
                  true)),
          "qa",
          Map.of("kind", "staging", "account", "111122223333", "region", "eu-central-1"),
          "delivery",
          Map.of("repository", "school/students", "branch", "main"));

  static final Path ASSEMBLY = Path.of("infra-app/target/every-setting.cdk.out");

  @BeforeAll
  static void synthesize() {
    App app = app(EVERY_SETTING);
    StudentsApp.addStacks(app);
    List<NagReportFormat> json = List.of(NagReportFormat.JSON);
    Aspects.of(app).add(AwsSolutionsChecks.Builder.create().reportFormats(json).build());
    Aspects.of(app).add(NIST80053R5Checks.Builder.create().reportFormats(json).build());
    Aspects.of(app).add(HIPAASecurityChecks.Builder.create().reportFormats(json).build());
    Aspects.of(app).add(PCIDSS321Checks.Builder.create().reportFormats(json).build());
    app.synth();
  }

  @Test
  void app_invalidSetting_addsNoStack() {
    App app = app(Map.of("dev", Map.of(), "production", Map.of("truncationFunction", true)));

    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> StudentsApp.addStacks(app))
        .withMessage(
            "students.production.truncationFunction: is not allowed in production: nothing may"
                + " truncate that table");
    assertThat(app.getNode().getChildren()).isEmpty();
  }

  @Test
  void devInstance_hasStackAndParametersOfItsOwn() {
    Template dev = Template.read(ASSEMBLY, "students-dev-run-7");

    assertThat(dev.properties("AWS::SSM::Parameter").values())
        .extracting(it -> it.path("Name").asText())
        .containsExactlyInAnyOrder(
            "/students/dev-run-7/kind",
            "/students/dev-run-7/table-name",
            "/students/dev-run-7/table-arn",
            "/students/dev-run-7/application-policy-arn",
            "/students/dev-run-7/acceptance-policy-arn",
            "/students/dev-run-7/truncation-permit",
            "/students/dev-run-7/truncation-function");
  }

  @Test
  void stack_accountAndRegionGiven_isBoundToThem() {
    JsonNode artifacts = Template.json(ASSEMBLY.resolve("manifest.json")).path("artifacts");

    assertThat(artifacts.path("students-staging").path("environment").asText())
        .isEqualTo("aws://111122223333/eu-central-1");
    assertThat(artifacts.path("students-dev-run-7").path("environment").asText())
        .isEqualTo("aws://unknown-account/unknown-region");
  }

  /** The CLI tells how many are left open each time that it synthesizes. */
  @Test
  void featureFlags_ofCdkLibrary_areAllDecidedInCdkJson() {
    Map<String, JsonNode> open = new TreeMap<>();
    Template.json(ASSEMBLY.resolve("manifest.json"))
        .findValue("flags")
        .properties()
        .forEach(flag -> open.put(flag.getKey(), flag.getValue()));
    assertThat(open).isNotEmpty();
    open.values()
        .removeIf(
            flag ->
                flag.has("userValue")
                    || flag.path("recommendedValue")
                        .equals(flag.path("unconfiguredBehavesLike").path("v2")));

    assertThat(open.keySet())
        .as("decide with: npx cdk flags --unstable=flags --set --recommended --unconfigured")
        .isEmpty();
  }

  @Test
  void table_encryptionKeyGiven_isEncryptedWithIt() {
    assertThat(staging().properties("AWS::DynamoDB::GlobalTable").values())
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.path("SSESpecification"))
                  .hasToString("{\"SSEEnabled\":true,\"SSEType\":\"KMS\"}");
              assertThat(table.path("Replicas").path(0).path("SSESpecification"))
                  .hasToString("{\"KMSMasterKeyId\":\"" + KEY + "\"}");
            });
  }

  @Test
  void keyStatements_allowUseThroughDynamoDbOnlyAndInProductionOnlyDecryption() {
    Template production = Template.read(ASSEMBLY, "students-production");
    String reading = "[\"kms:Decrypt\",\"kms:DescribeKey\"]";
    String writing =
        "[\"kms:Decrypt\",\"kms:DescribeKey\",\"kms:Encrypt\",\"kms:GenerateDataKey\","
            + "\"kms:GenerateDataKeyWithoutPlaintext\",\"kms:ReEncryptFrom\",\"kms:ReEncryptTo\"]";

    assertThat(keyStatements(production)).containsExactlyInAnyOrder(reading, writing);
    assertThat(keyStatements(staging())).containsExactlyInAnyOrder(writing, writing, writing);
  }

  /** The actions of each statement on the key, once its resource and condition are checked. */
  private static List<String> keyStatements(Template template) {
    return template.json().findValues("Statement").stream()
        .flatMap(JsonNode::valueStream)
        .filter(it -> it.path("Sid").asText().equals("UseKeyThroughDynamoDb"))
        .map(
            it -> {
              assertThat(it.path("Resource").asText()).isEqualTo(KEY);
              assertThat(it.path("Condition"))
                  .hasToString(
                      "{\"StringEquals\":{\"kms:ViaService\":{\"Fn::Join\":[\"\",[\"dynamodb.\","
                          + "{\"Ref\":\"AWS::Region\"},\".\",{\"Ref\":\"AWS::URLSuffix\"}]]}}}");
              return it.path("Action").toString();
            })
        .toList();
  }

  @Test
  void truncationFunction_limitsGiven_hasConcurrencyAndLogRetention() {
    assertThat(staging().properties("AWS::Lambda::Function").values())
        .extracting(it -> it.path("ReservedConcurrentExecutions").asInt())
        .containsExactly(2);
    assertThat(staging().properties("AWS::Logs::LogGroup").values())
        .extracting(it -> it.path("RetentionInDays").asInt())
        .containsExactly(7);
  }

  @Test
  void applicationPolicy_allowsErasingOnlyWhereSet() {
    assertThat(sids("students-staging", "Application")).contains("Erase");
    assertThat(sids("students-dev-run-7", "Application")).isNotEmpty().doesNotContain("Erase");
    assertThat(sids("students-production", "Application")).isNotEmpty().doesNotContain("Erase");
  }

  private static List<String> sids(String stack, String policy) {
    return Template.read(ASSEMBLY, stack).properties("AWS::IAM::ManagedPolicy").entrySet().stream()
        .filter(it -> it.getKey().startsWith("AccessPolicies" + policy))
        .flatMap(it -> it.getValue().path("PolicyDocument").path("Statement").valueStream())
        .map(it -> it.path("Sid").asText())
        .toList();
  }

  @Test
  void alarms_emailAndThresholdGiven_useThem() {
    assertThat(staging().properties("AWS::SNS::Subscription").values())
        .extracting(it -> it.path("Protocol").asText() + " " + it.path("Endpoint").asText())
        .containsExactly("email on-call@school.example");
    assertThat(staging().properties("AWS::CloudWatch::Alarm").values())
        .filteredOn(it -> it.path("MetricName").asText().equals("ConditionalCheckFailedRequests"))
        .extracting(it -> it.path("Threshold").asInt())
        .containsExactly(42);
  }

  @Test
  void consumedUnitsAlarm_quotaGiven_triggersAtFourFifthsOverOneMinute() {
    assertThat(staging().properties("AWS::CloudWatch::Alarm").values())
        .filteredOn(it -> it.path("MetricName").asText().equals("ConsumedReadCapacityUnits"))
        .extracting(it -> it.path("Period") + " s " + it.path("Threshold").asLong())
        .containsExactly("60 s 4800000000", "60 s 4800000000");
  }

  @Test
  void tags_reachEveryResourceTypeThatTakesTags() {
    assertThat(
            staging()
                .json()
                .path("Resources")
                .valueStream()
                .filter(it -> it.toString().contains("\"campus\""))
                .map(it -> it.path("Type").asText())
                .distinct())
        .contains(
            "AWS::DynamoDB::GlobalTable",
            "AWS::IAM::Role",
            "AWS::Lambda::Function",
            "AWS::Logs::LogGroup",
            "AWS::SNS::Topic",
            "AWS::SSM::Parameter");
  }

  /** Rules of AWS, NIST 800-53, HIPAA and PCI; each accepted finding stands with its reason. */
  @Test
  void cdkNag_findsOnlyAcceptedFindings() throws IOException {
    List<String> accepted =
        Files.readAllLines(Path.of("infra-app/src/test/resources/accepted-nag-findings.txt"));

    assertThat(accepted).allMatch(line -> line.matches("\\S+ \\S+ \\| .{40,}\\."));
    assertThat(findings())
        .containsExactlyElementsOf(
            accepted.stream().map(line -> line.substring(0, line.indexOf(" | "))).toList());
  }

  private static Set<String> findings() throws IOException {
    Set<String> findings = new TreeSet<>();
    try (Stream<Path> files = Files.list(ASSEMBLY)) {
      files
          .filter(file -> file.toString().endsWith("-NagReport.json"))
          .flatMap(file -> Template.json(file).path("lines").valueStream())
          .filter(line -> !line.path("compliance").asText().equals("Compliant"))
          .forEach(
              line ->
                  findings.add(
                      line.path("ruleId").asText() + " " + line.path("resourceId").asText()));
    }
    return findings;
  }

  /**
   * The context of {@code cdk.json}, but for the settings; and cdk-nag's findings, which it notes
   * as errors, are left for the test to compare.
   */
  private static App app(Map<String, Object> settings) {
    Map<String, Object> context = new HashMap<>(StudentsApp.contextOf(Path.of("cdk.json")));
    context.put("students", settings);
    context.put("@aws-cdk/core:annotationsInValidationReport", false);
    return new App(AppProps.builder().context(context).outdir(ASSEMBLY.toString()).build());
  }

  /** The CLI shows warnings, and refuses with {@code --strict}, by what the manifest holds. */
  @Test
  void warnings_reachTheManifestOfTheirStack() {
    JsonNode artifacts = Template.json(ASSEMBLY.resolve("manifest.json")).path("artifacts");

    assertThat(warnings(artifacts, "students-production"))
        .contains("students:alarmsReachNobody", "students:accountNotPinned");
    assertThat(warnings(artifacts, "students-second-tenant"))
        .contains("students:unknownRegion")
        .doesNotContain("students:alarmsReachNobody");
    assertThat(warnings(artifacts, "students-staging")).doesNotContain("students:");
  }

  private static String warnings(JsonNode artifacts, String stack) {
    String file = artifacts.path(stack).path("additionalMetadataFile").asText("");
    JsonNode metadata =
        file.isEmpty()
            ? artifacts.path(stack).path("metadata")
            : Template.json(ASSEMBLY.resolve(file));
    return metadata
        .valueStream()
        .flatMap(JsonNode::valueStream)
        .filter(entry -> entry.path("type").asText().equals("aws:cdk:warning"))
        .map(entry -> entry.path("data").asText())
        .toList()
        .toString();
  }

  @Test
  void table_throughputGiven_limitsTableAndIndex() {
    JsonNode table = staging().resource("StudentsTableA3A559EA").path("Properties");

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
    JsonNode replica = production().resource("StudentsTableA3A559EA").at("/Properties/Replicas/0");

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
    Template tenant = tenant();
    JsonNode table = tenant.resource("StudentsTableA3A559EA");

    InvariantsTest.assertNothingTruncates(tenant);
    InvariantsTest.assertAcceptanceReadsOnlyTheTable(tenant);
    assertThat(table.path("DeletionPolicy").asText()).isEqualTo("Retain");
    assertThat(table.at("/Properties/Replicas/0/DeletionProtectionEnabled").asBoolean()).isTrue();
    assertThat(
            Template.json(ASSEMBLY.resolve("manifest.json"))
                .at("/artifacts/students-second-tenant/properties/terminationProtection")
                .asBoolean())
        .isTrue();
    assertThat(parameter(tenant, "/students/second-tenant/kind")).isEqualTo("\"production\"");
  }

  @Test
  void resourcePolicy_writersGiven_deniesDeletionOtherWritersAndBareWrites() {
    JsonNode policy =
        tenant()
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

  @Test
  void alarms_topicGiven_notifyItAndNoOther() {
    assertThat(tenant().properties("AWS::SNS::Topic")).isEmpty();
    assertThat(tenant().properties("AWS::CloudWatch::Alarm").values())
        .isNotEmpty()
        .allSatisfy(
            alarm ->
                assertThat(alarm.path("AlarmActions"))
                    .hasToString("[\"arn:aws:sns:xx-nowhere-9:111122223333:on-call\"]"));
    assertThat(parameter(tenant(), "/students/second-tenant/alarm-topic-arn"))
        .isEqualTo("\"arn:aws:sns:xx-nowhere-9:111122223333:on-call\"");
  }

  @Test
  void alarmTopic_encrypted_usesTheKeyOfTheEnvironment() {
    assertThat(staging().properties("AWS::SNS::Topic").values())
        .extracting(it -> it.path("KmsMasterKeyId").asText())
        .containsExactly(KEY);
    assertThat(production().properties("AWS::SNS::Topic").values())
        .extracting(it -> it.has("KmsMasterKeyId"))
        .containsExactly(false);
  }

  @Test
  void backup_given_isKeptLockedCopiedAndRetained() {
    assertThat(tenant().properties("AWS::Backup::BackupPlan").values())
        .singleElement()
        .satisfies(
            plan ->
                assertThat(plan.at("/BackupPlan/BackupPlanRule/0"))
                    .hasToString(
                        "{\"CopyActions\":[{\"DestinationBackupVaultArn\":"
                            + "\"arn:aws:backup:eu-west-1:999988887777:backup-vault:students\","
                            + "\"Lifecycle\":{\"DeleteAfterDays\":90}}],"
                            + "\"Lifecycle\":{\"DeleteAfterDays\":365},\"RuleName\":\"Daily\","
                            + "\"ScheduleExpression\":\"cron(0 2 * * ? *)\","
                            + "\"TargetBackupVault\":{\"Fn::GetAtt\":[\"BackupVaultADF21B19\","
                            + "\"BackupVaultName\"]}}"));
    assertThat(tenant().properties("AWS::Backup::BackupVault").values())
        .extracting(it -> it.path("LockConfiguration").toString())
        .containsExactly("{\"MinRetentionDays\":365}");
    assertThat(tenant().resource("BackupVaultADF21B19").path("DeletionPolicy").asText())
        .isEqualTo("Retain");
  }

  @Test
  void budget_given_tellsAtFourFifthsAndWhenItWillBeExceeded() {
    assertThat(staging().properties("AWS::Budgets::Budget").values())
        .singleElement()
        .satisfies(
            budget -> {
              assertThat(budget.at("/Budget/BudgetLimit"))
                  .hasToString("{\"Amount\":50,\"Unit\":\"USD\"}");
              assertThat(budget.findValues("Threshold")).hasToString("[80, 100]");
              assertThat(budget.findValues("NotificationType"))
                  .hasToString("[\"ACTUAL\", \"FORECASTED\"]");
              assertThat(budget.findValues("Address"))
                  .hasToString("[\"billing@school.example\", \"billing@school.example\"]");
            });
  }

  private static String parameter(Template template, String name) {
    return template.properties("AWS::SSM::Parameter").values().stream()
        .filter(it -> it.path("Name").asText().equals(name))
        .map(it -> it.path("Value").toString())
        .findFirst()
        .orElse("");
  }

  private static Template production() {
    return Template.read(ASSEMBLY, "students-production");
  }

  private static Template tenant() {
    return Template.read(ASSEMBLY, "students-second-tenant");
  }

  private static Template staging() {
    return Template.read(ASSEMBLY, "students-staging");
  }
}
