package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.students.infra.InvalidSettingException;
import dev.students.infra.StudentsApp;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** The app with every optional setting given. */
class AppTest {

  @Test
  void app_invalidSetting_addsNoStack() {
    App app =
        EverySetting.app(Map.of("dev", Map.of(), "production", Map.of("truncationFunction", true)));

    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> StudentsApp.addStacks(app))
        .withMessage(
            "students.production.truncationFunction: is not allowed in production: nothing may"
                + " truncate that table");
    assertThat(app.getNode().getChildren()).isEmpty();
  }

  /** By these words the app tells the CDK's refusals from defects of its own. */
  @Test
  void app_budgetInRegionWithoutBudgets_isRefusedByTheCdk() {
    Map<String, Object> settings =
        Map.of(
            "dev",
            Map.of(
                "region",
                "us-gov-west-1",
                "budget",
                Map.of("monthlyDollars", 10, "email", "a@b.example")));
    Map<String, Object> context = new HashMap<>(StudentsApp.contextOf(Path.of("cdk.json")));
    context.put("students", settings);
    App app =
        new App(
            AppProps.builder().context(context).outdir("infra-app/target/refused.cdk.out").build());
    StudentsApp.addStacks(app);

    try (ExpectedErrors errors = new ExpectedErrors("Acknowledge with")) {
      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(app::synth)
          .withMessageStartingWith("ValidationFailed");

      assertThat(errors.await())
          .isEqualTo(
              """
              ERROR Type: Resource type 'AWS::Budgets::Budget' does not exist in 'us-gov-west-1' (CloudFormation Validate)
                 students-dev/Budget/Budget (BudgetED13AE41) aws-cdk-lib.aws_budgets.CfnBudget
                 Acknowledge with 'CloudFormation-Validate::F3006'
              """);
    }
  }

  @Test
  void devInstance_hasStackAndParametersOfItsOwn() {
    Template dev = Template.read(EverySetting.ASSEMBLY, "students-dev-run-7");

    assertThat(dev.properties("AWS::SSM::Parameter").values())
        .extracting(it -> it.path("Name").asText())
        .containsExactlyInAnyOrder(
            "/students/dev-run-7/kind",
            "/students/dev-run-7/table-name",
            "/students/dev-run-7/table-arn",
            "/students/dev-run-7/application-policy-arn",
            "/students/dev-run-7/operator-policy-arn",
            "/students/dev-run-7/acceptance-policy-arn",
            "/students/dev-run-7/truncation-permit",
            "/students/dev-run-7/truncation-function");
  }

  @Test
  void stack_accountAndRegionGiven_isBoundToThem() {
    JsonNode artifacts =
        Template.json(EverySetting.ASSEMBLY.resolve("manifest.json")).path("artifacts");

    assertThat(artifacts.path("students-staging").path("environment").asText())
        .isEqualTo("aws://111122223333/eu-central-1");
    assertThat(artifacts.path("students-dev-run-7").path("environment").asText())
        .isEqualTo("aws://unknown-account/unknown-region");
  }

  /** The CLI tells how many are left open each time that it synthesizes. */
  @Test
  void featureFlags_ofCdkLibrary_areAllDecidedInCdkJson() {
    Map<String, JsonNode> open = new TreeMap<>();
    Template.json(EverySetting.ASSEMBLY.resolve("manifest.json"))
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
  void truncationFunction_limitsGiven_hasConcurrencyAndLogRetention() {
    assertThat(EverySetting.staging().properties("AWS::Lambda::Function").values())
        .extracting(it -> it.path("ReservedConcurrentExecutions").asInt())
        .containsExactly(2);
    assertThat(EverySetting.staging().properties("AWS::Logs::LogGroup").values())
        .extracting(it -> it.path("RetentionInDays").asInt())
        .containsExactly(7);
  }

  @Test
  void tags_reachEveryResourceTypeThatTakesTags() {
    assertThat(
            EverySetting.staging()
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

  /** The CLI shows warnings, and refuses with {@code --strict}, by what the manifest holds. */
  @Test
  void warnings_reachTheManifestOfTheirStack() {
    JsonNode artifacts =
        Template.json(EverySetting.ASSEMBLY.resolve("manifest.json")).path("artifacts");

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
            : Template.json(EverySetting.ASSEMBLY.resolve(file));
    return metadata
        .valueStream()
        .flatMap(JsonNode::valueStream)
        .filter(entry -> entry.path("type").asText().equals("aws:cdk:warning"))
        .map(entry -> entry.path("data").asText())
        .toList()
        .toString();
  }
}
