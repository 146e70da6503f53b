package dev.students.acceptance.internal.targets;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.RunFiles;
import dev.students.data.StudentStore;
import dev.students.truncation.ProductionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;

/**
 * The existing stack of an environment, with the caller's own credentials. It deploys nothing and
 * truncates nothing; what the scenarios made, and only that, is erased afterwards. In production it
 * only looks.
 */
final class AwsTarget implements Target {

  private final TargetOptions options;

  /** One for all clients: each would ask for credentials anew, be it from STS or a process. */
  private final AwsCredentialsProvider credentials = DefaultCredentialsProvider.builder().build();

  private final boolean production;

  AwsTarget(TargetOptions options) {
    this.options = options;
    this.production = ProductionName.matches(options.environment());
    if (production && !options.allowProduction()) {
      throw new TargetException(
          "Production is looked at only with --allow-production; then only the @read-only"
              + " scenarios run. Nothing was written.");
    }
  }

  @Override
  public String name() {
    return "aws";
  }

  @Override
  public String environment() {
    return options.environment();
  }

  @Override
  public List<LeftOut> leftOut() {
    List<LeftOut> leftOut = new ArrayList<>();
    if (production) {
      leftOut.add(new LeftOut("not @read-only", "nothing is written to production"));
    }
    leftOut.add(new LeftOut("@truncation", "tables are truncated on embedded and localstack only"));
    leftOut.addAll(KnownStudent.leftOutWithout(options.knownStudent()));
    return leftOut;
  }

  @Override
  public OpenTarget open(RunFiles run, Progress progress) {
    String environment = options.environment();
    try (Progress.Step step = progress.step("Looking for the stack students-" + environment);
        SsmClient ssm =
            SsmClient.builder()
                .credentialsProvider(credentials)
                .httpClientBuilder(http())
                .build()) {
      String table = StackParameters.tableName(ssm, environment);
      TargetFacts facts = TargetFacts.of(dynamoDb(), table);
      run.manifest().add(Manifest.Kind.ACCOUNT, facts.account());
      run.manifest().add(Manifest.Kind.REGION, facts.region());
      run.manifest().add(Manifest.Kind.TABLE, table);
      DeployedTarget opened =
          new DeployedTarget(
              this::dynamoDb,
              table,
              Templates.table(environment),
              Optional.empty(),
              () -> erase(run.manifest(), progress));
      if (!production) {
        // Production's differences are for its scenarios to tell.
        opened.requireAsReviewed();
      }
      step.done();
      return opened;
    } catch (SdkException e) {
      throw new TargetException(AwsFailure.reason(e) + " Nothing was written.", e);
    }
  }

  @Override
  public void cleanUp(Manifest manifest, Progress progress) {
    erase(manifest, progress);
  }

  private void erase(Manifest manifest, Progress progress) {
    List<String> students = manifest.all(Manifest.Kind.STUDENT);
    Optional<String> table = manifest.first(Manifest.Kind.TABLE);
    if (table.isEmpty() || students.isEmpty()) {
      return;
    }
    try (Progress.Step step = progress.step("Erasing what the scenarios made")) {
      requireSamePlace(manifest, table.get());
      try (DynamoDbClient client = dynamoDb(manifest).build()) {
        new StudentErasure(StudentStore.create(client, table.get())).erase(students);
      } catch (ResourceNotFoundException e) {
        progress.say("The table " + table.get() + " is gone, and all that was in it.");
      }
      step.done();
    } catch (SdkException e) {
      throw new TargetException(AwsFailure.reason(e), e);
    }
  }

  /**
   * Credentials and settings of a later clean-up may lead elsewhere, and what is not found there is
   * not gone.
   */
  private void requireSamePlace(Manifest manifest, String table) {
    Optional<String> account = manifest.first(Manifest.Kind.ACCOUNT);
    if (account.isEmpty()) {
      return;
    }
    String found;
    try {
      found = TargetFacts.of(dynamoDb(manifest), table).account();
    } catch (ResourceNotFoundException e) {
      found = accountOfCredentials(manifest);
    }
    if (!found.equals(account.get())) {
      throw new TargetException(
          "The credentials lead to account "
              + found
              + ", but the run was on account "
              + account.get()
              + ". Nothing was erased.");
    }
  }

  private String accountOfCredentials(Manifest manifest) {
    StsClientBuilder builder =
        StsClient.builder().credentialsProvider(credentials).httpClientBuilder(http());
    manifest.first(Manifest.Kind.REGION).ifPresent(region -> builder.region(Region.of(region)));
    try (StsClient sts = builder.build()) {
      return sts.getCallerIdentity().account();
    }
  }

  /** A client of where the run was, whatever Region is set now. */
  private DynamoDbClientBuilder dynamoDb(Manifest manifest) {
    DynamoDbClientBuilder builder = dynamoDb();
    manifest.first(Manifest.Kind.REGION).ifPresent(region -> builder.region(Region.of(region)));
    return builder;
  }

  private DynamoDbClientBuilder dynamoDb() {
    return DynamoDbClient.builder().credentialsProvider(credentials).httpClientBuilder(http());
  }

  private static UrlConnectionHttpClient.Builder http() {
    return UrlConnectionHttpClient.builder();
  }
}
