package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.students.infra.StudentsApp;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** The roles of a pipeline: who may assume them, and what they may do. */
class DeliveryTest {

  private static final Path ASSEMBLY = Path.of("infra-app/target/delivery.cdk.out");
  private static final Path EXISTING = Path.of("infra-app/target/delivery-existing.cdk.out");
  private static final Path ELSEWHERE = Path.of("infra-app/target/delivery-elsewhere.cdk.out");

  @BeforeAll
  static void synthesize() {
    synthesize(
        ASSEMBLY,
        Map.of(
            "dev", Map.of(),
            "production", Map.of(),
            "delivery", Map.of("repository", "school/students", "branch", "main")));
    synthesize(
        EXISTING,
        Map.of(
            "dev",
            Map.of(),
            "delivery",
            Map.of(
                "repository",
                "school/students",
                "ownerId",
                "583231",
                "repositoryId",
                "1296269",
                "branch",
                "main",
                "existingProvider",
                true)));
    synthesize(
        ELSEWHERE,
        Map.of(
            "staging",
            Map.of("account", "111122223333", "region", "eu-central-1"),
            "production",
            Map.of("account", "444455556666", "region", "eu-central-1"),
            "production-us",
            Map.of("kind", "production", "account", "444455556666", "region", "us-east-1"),
            "delivery",
            Map.of(
                "issuer",
                "https://gitlab.school.example",
                "audience",
                "https://gitlab.school.example",
                "subjects",
                Map.of(
                    "staging", "project_path:school/students:ref_type:branch:ref:main",
                    "production", "project_path:school/students:ref_type:tag:ref:v1",
                    "production-us", "project_path:school/students:ref_type:tag:ref:v1"))));
  }

  private static void synthesize(Path assembly, Map<String, Object> settings) {
    Map<String, Object> context = new HashMap<>(StudentsApp.contextOf(Path.of("cdk.json")));
    context.put("students", settings);
    context.put("@aws-cdk/core:bootstrapQualifier", "school");
    App app = new App(AppProps.builder().context(context).outdir(assembly.toString()).build());
    StudentsApp.addStacks(app);
    app.synth();
  }

  @Test
  void trust_ofGithub_namesRepositoryBranchAndEnvironmentExactly() {
    Template delivery = Template.read(ASSEMBLY, "students-delivery");
    String issuer = "token.actions.githubusercontent.com";

    assertThat(delivery.properties("AWS::IAM::Role")).hasSize(4);
    for (String environment : List.of("dev", "production")) {
      for (String role : List.of("Deploy", "Acceptance")) {
        JsonNode trust = trust(delivery, role, environment);
        assertThat(trust.path("Action").asText()).isEqualTo("sts:AssumeRoleWithWebIdentity");
        assertThat(trust.path("Condition"))
            .hasToString(
                ("{\"StringEquals\":{\"I:aud\":\"sts.amazonaws.com\",\"I:environment\":\"E\","
                        + "\"I:ref\":\"refs/heads/main\",\"I:repository\":\"school/students\","
                        + "\"I:sub\":\"repo:school/students:environment:E\"}}")
                    .replace("I:", issuer + ":")
                    .replace("\"E\"", "\"" + environment + "\"")
                    .replace(":E\"", ":" + environment + "\""));
      }
    }
  }

  @Test
  void trust_idsGiven_namesTheImmutableSubject() {
    assertThat(
            trust(Template.read(EXISTING, "students-delivery"), "Deploy", "dev").path("Condition"))
        .hasToString(
            ("{\"StringEquals\":{\"I:aud\":\"sts.amazonaws.com\",\"I:environment\":\"dev\","
                    + "\"I:ref\":\"refs/heads/main\",\"I:repository\":\"school/students\","
                    + "\"I:sub\":\"repo:school@583231/students@1296269:environment:dev\"}}")
                .replace("I:", "token.actions.githubusercontent.com:"));
  }

  @Test
  void roles_haveNoWildcardAnywhere() {
    for (String stack : List.of("students-delivery")) {
      assertThat(Template.read(ASSEMBLY, stack).json().path("Resources").toString())
          .doesNotContain("*")
          .doesNotContain("StringLike");
    }
  }

  @Test
  void deployRole_mayAssumeTheBootstrapRolesAndNothingElse() {
    Template delivery = Template.read(ASSEMBLY, "students-delivery");
    JsonNode role = role(delivery, "Deploy", "production");

    assertThat(role.has("ManagedPolicyArns")).isFalse();
    assertThat(role.path("Policies")).hasSize(1);
    JsonNode statement = role.at("/Policies/0/PolicyDocument/Statement");
    assertThat(statement).hasSize(1);
    assertThat(statement.at("/0/Action").asText()).isEqualTo("sts:AssumeRole");
    assertThat(statement.at("/0/Resource").valueStream().map(DeliveryTest::joined))
        .containsExactly(
            "arn:AWS::Partition:iam::AWS::AccountId:role/cdk-school-deploy-role-AWS::AccountId-AWS::Region",
            "arn:AWS::Partition:iam::AWS::AccountId:role/cdk-school-file-publishing-role-AWS::AccountId-AWS::Region",
            "arn:AWS::Partition:iam::AWS::AccountId:role/cdk-school-lookup-role-AWS::AccountId-AWS::Region");
  }

  @Test
  void acceptanceRole_hasTheAcceptancePolicyOfItsEnvironmentOnly() {
    Template delivery = Template.read(ASSEMBLY, "students-delivery");
    JsonNode role = role(delivery, "Acceptance", "production");

    assertThat(role.has("Policies")).isFalse();
    assertThat(role.path("ManagedPolicyArns")).hasSize(1);
    String parameter = role.at("/ManagedPolicyArns/0/Ref").asText();
    assertThat(delivery.json().path("Parameters").path(parameter).path("Default").asText())
        .isEqualTo("/students/production/acceptance-policy-arn");
  }

  @Test
  void stacks_severalAccounts_areOneForEachAccountAndRegionWithOneProviderAnAccount() {
    Map<String, Integer> providers = new HashMap<>();
    for (String place :
        Set.of(
            "111122223333-eu-central-1", "444455556666-eu-central-1", "444455556666-us-east-1")) {
      providers.merge(
          place.substring(0, 12),
          Template.read(ELSEWHERE, "students-delivery-" + place)
              .properties("AWS::IAM::OIDCProvider")
              .size(),
          Integer::sum);
    }

    assertThat(providers).isEqualTo(Map.of("111122223333", 1, "444455556666", 1));
  }

  @Test
  void provider_existing_isTrustedAndNotMade() {
    Template delivery = Template.read(EXISTING, "students-delivery");

    assertThat(delivery.properties("AWS::IAM::OIDCProvider")).isEmpty();
    assertThat(joined(trust(delivery, "Deploy", "dev").at("/Principal/Federated")))
        .isEqualTo(
            "arn:AWS::Partition:iam::AWS::AccountId:oidc-provider/"
                + "token.actions.githubusercontent.com");
  }

  @Test
  void trust_ofAnotherIssuer_namesAudienceAndSubjectExactly() {
    Template delivery = Template.read(ELSEWHERE, "students-delivery-111122223333-eu-central-1");

    assertThat(trust(delivery, "Deploy", "staging").path("Condition"))
        .hasToString(
            "{\"StringEquals\":{\"gitlab.school.example:aud\":\"https://gitlab.school.example\","
                + "\"gitlab.school.example:sub\":"
                + "\"project_path:school/students:ref_type:branch:ref:main\"}}");
  }

  private static JsonNode role(Template template, String role, String environment) {
    return template.properties("AWS::IAM::Role").entrySet().stream()
        .filter(it -> it.getKey().matches(role + environment.replace("-", "") + "[0-9A-F]{8}"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode trust(Template template, String role, String environment) {
    JsonNode statements =
        role(template, role, environment).path("AssumeRolePolicyDocument").path("Statement");
    assertThat(statements).hasSize(1);
    return statements.path(0);
  }

  private static String joined(JsonNode value) {
    StringBuilder text = new StringBuilder();
    value
        .at("/Fn::Join/1")
        .forEach(it -> text.append(it.isTextual() ? it.asText() : it.path("Ref").asText()));
    return text.toString();
  }
}
