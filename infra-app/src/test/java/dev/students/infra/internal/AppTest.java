package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.students.infra.InvalidSettingException;
import dev.students.infra.StudentsApp;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagReportFormat;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;

/** The app with every optional setting given, and what cdk-nag says of it. */
class AppTest {

  private static final String KEY = "arn:aws:kms:eu-central-1:111122223333:key/a1b2";

  private static final Map<String, Object> EVERY_SETTING =
      Map.of(
          "dev",
          Map.of("instance", "run-7"),
          "staging",
          Map.of(
              "account",
              "111122223333",
              "region",
              "eu-central-1",
              "encryptionKeyArn",
              KEY,
              "truncationFunction",
              true,
              "truncationReservedConcurrency",
              2,
              "logRetentionDays",
              7,
              "applicationMayErase",
              true,
              "alarms",
              Map.of(
                  "email",
                  "on-call@school.example",
                  "failedConditions",
                  42,
                  "readUnitsPerSecond",
                  100_000_000),
              "tags",
              Map.of("team", "campus")),
          "production",
          Map.of("encryptionKeyArn", KEY, "region", "eu-central-1"));

  private static final Path ASSEMBLY = Path.of("infra-app/target/every-setting.cdk.out");

  private static final String LOG_STREAMS =
      "The wildcard is the log streams of the function's own log group: Lambda makes up their names.";
  private static final String JAVA_21 =
      "The function runs on Java 21, a runtime with long-term support that the emulator has too.";

  /** Findings of cdk-nag that are right as they are: rule and resource, and why. */
  private static final Map<String, String> ACCEPTED =
      Map.of(
          "AwsSolutions-IAM5 students-dev-run-7/TruncationFunction/Role/Resource", LOG_STREAMS,
          "AwsSolutions-IAM5 students-staging/TruncationFunction/Role/Resource", LOG_STREAMS,
          "AwsSolutions-L1 students-dev-run-7/TruncationFunction/Function/Resource", JAVA_21,
          "AwsSolutions-L1 students-staging/TruncationFunction/Function/Resource", JAVA_21);

  @BeforeAll
  static void synthesize() {
    App app = app(EVERY_SETTING);
    StudentsApp.addStacks(app);
    Aspects.of(app)
        .add(
            AwsSolutionsChecks.Builder.create()
                .reportFormats(List.of(NagReportFormat.JSON))
                .build());
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

  @Test
  void cdkNag_findsOnlyAcceptedFindings() {
    Map<String, String> findings = new TreeMap<>();
    Stream.of("students-dev-run-7", "students-staging", "students-production")
        .forEach(stack -> findings.putAll(findings(stack)));

    assertThat(findings).containsOnlyKeys(ACCEPTED.keySet());
  }

  private static Map<String, String> findings(String stack) {
    Path report = ASSEMBLY.resolve("AwsSolutions-" + stack + "-NagReport.json");
    Map<String, String> findings = new TreeMap<>();
    Template.json(report)
        .path("lines")
        .forEach(
            line -> {
              if (!line.path("compliance").asText().equals("Compliant")) {
                findings.put(
                    line.path("ruleId").asText() + " " + line.path("resourceId").asText(),
                    line.toString());
              }
            });
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

  private static Template staging() {
    return Template.read(ASSEMBLY, "students-staging");
  }
}
