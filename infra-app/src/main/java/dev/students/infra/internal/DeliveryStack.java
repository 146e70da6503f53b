package dev.students.infra.internal;

import dev.students.data.EnvironmentParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.FederatedPrincipal;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.OidcProviderNative;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/**
 * The roles of a pipeline in one account, by OpenID Connect and without a stored secret: for each
 * environment one that may assume the CDK's bootstrap roles and nothing else, and one that may do
 * what the acceptance tests do. Every condition of trust is an exact value.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html">OpenID
 *     Connect providers in IAM</a>
 */
public final class DeliveryStack extends Stack {

  /** The bootstrap roles that a deployment without container images needs. */
  private static final List<String> BOOTSTRAP_ROLES =
      List.of("deploy", "file-publishing", "lookup");

  private final Input input;
  private final String providerArn;

  /** Where environments are deployed; if empty, where the deploying credentials are. */
  record Place(Optional<String> account, Optional<String> region) {

    private String suffix() {
      return Stream.of(account, region)
          .flatMap(Optional::stream)
          .map(it -> "-" + it)
          .collect(Collectors.joining());
    }
  }

  /**
   * What the roles are for.
   *
   * @param alone whether this is the only such stack
   * @param makesProvider whether the account's provider is made here; an account has one
   * @param qualifier of the CDK's bootstrap roles
   */
  record Input(
      Place place,
      boolean alone,
      boolean makesProvider,
      List<EnvironmentSettings> environments,
      DeliverySettings delivery,
      String qualifier) {}

  DeliveryStack(Construct scope, Input input) {
    super(
        scope,
        "students-delivery" + (input.alone() ? "" : input.place().suffix()),
        props(input.place()));
    this.input = input;
    String issuer = input.delivery().issuer();
    if (input.makesProvider()) {
      providerArn =
          OidcProviderNative.Builder.create(this, "Provider")
              .url("https://" + issuer)
              .clientIds(List.of(input.delivery().audience()))
              .build()
              .getOidcProviderArn();
    } else {
      providerArn = "arn:" + Aws.PARTITION + ":iam::" + Aws.ACCOUNT_ID + ":oidc-provider/" + issuer;
    }
    input.environments().forEach(this::roles);
  }

  private static StackProps props(Place place) {
    Environment.Builder environment = Environment.builder();
    place.account().ifPresent(environment::account);
    place.region().ifPresent(environment::region);
    return StackProps.builder()
        .description("Students on DynamoDB, roles of the pipeline")
        .env(environment.build())
        .build();
  }

  private void roles(EnvironmentSettings environment) {
    String name = environment.name();
    PolicyDocument assume =
        PolicyDocument.Builder.create()
            .statements(
                List.of(
                    PolicyStatement.Builder.create()
                        .sid("AssumeBootstrapRoles")
                        .actions(List.of("sts:AssumeRole"))
                        .resources(BOOTSTRAP_ROLES.stream().map(this::bootstrapRole).toList())
                        .build()))
            .build();
    Role deploy =
        Role.Builder.create(this, "Deploy-" + name)
            .description("Deploys students-" + name + " through the CDK's bootstrap roles")
            .assumedBy(pipelineOf(name))
            .maxSessionDuration(Duration.hours(1))
            .inlinePolicies(Map.of("AssumeBootstrapRoles", assume))
            .build();
    Role acceptance =
        Role.Builder.create(this, "Acceptance-" + name)
            .description("Runs the acceptance tests in " + name)
            .assumedBy(pipelineOf(name))
            .maxSessionDuration(Duration.hours(1))
            .managedPolicies(List.of(acceptancePolicy(name)))
            .build();
    output("DeployRole-" + name, deploy.getRoleArn());
    output("AcceptanceRole-" + name, acceptance.getRoleArn());
  }

  /** The environment's own policy, as its stack publishes it: that stack is deployed first. */
  private IManagedPolicy acceptancePolicy(String name) {
    return ManagedPolicy.fromManagedPolicyArn(
        this,
        "AcceptancePolicy-" + name,
        StringParameter.valueForStringParameter(
            this, new EnvironmentParameters(name).acceptancePolicyArn()));
  }

  private FederatedPrincipal pipelineOf(String name) {
    DeliverySettings delivery = input.delivery();
    Map<String, String> claims = new TreeMap<>();
    claims.put(delivery.issuer() + ":aud", delivery.audience());
    delivery
        .claims()
        .getOrDefault(name, Map.of())
        .forEach((claim, value) -> claims.put(delivery.issuer() + ":" + claim, value));
    if (!claims.containsKey(delivery.issuer() + ":sub")) {
      throw new IllegalStateException("No subject is known for " + name);
    }
    return new FederatedPrincipal(
        providerArn, Map.of("StringEquals", claims), "sts:AssumeRoleWithWebIdentity");
  }

  private String bootstrapRole(String role) {
    return "arn:%s:iam::%s:role/cdk-%s-%s-role-%s-%s"
        .formatted(Aws.PARTITION, getAccount(), input.qualifier(), role, getAccount(), getRegion());
  }

  private void output(String id, String value) {
    CfnOutput.Builder.create(this, id).value(value).build();
  }
}
