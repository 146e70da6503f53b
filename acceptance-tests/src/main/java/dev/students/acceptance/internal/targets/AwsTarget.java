package dev.students.acceptance.internal.targets;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.RunFiles;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The existing stack of an environment, with the caller's own credentials. It deploys nothing and
 * empties nothing; what the scenarios made, and only that, is erased afterwards. In production it
 * only looks.
 */
final class AwsTarget implements Target {

  private static final String PRODUCTION = "production";

  private final TargetOptions options;

  /** One for all clients: each would ask for credentials anew, be it from STS or a process. */
  private final AwsCredentialsProvider credentials = DefaultCredentialsProvider.builder().build();

  private final boolean production;

  AwsTarget(TargetOptions options) {
    this.options = options;
    this.production = options.environment().equals(PRODUCTION);
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
    leftOut.add(new LeftOut("@truncation", "tables are emptied on embedded and localstack only"));
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
      throw new TargetException(reason(e) + " Nothing was written.", e);
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
    try (Progress.Step step = progress.step("Erasing what the scenarios made");
        DynamoDbClient client = dynamoDb().build()) {
      StudentStore store = StudentStore.create(client, table.get());
      students.forEach(student -> store.erase(StudentId.of(student)));
      step.done();
    } catch (SdkException e) {
      throw new TargetException(reason(e), e);
    }
  }

  private DynamoDbClientBuilder dynamoDb() {
    return DynamoDbClient.builder().credentialsProvider(credentials).httpClientBuilder(http());
  }

  private static UrlConnectionHttpClient.Builder http() {
    return UrlConnectionHttpClient.builder();
  }

  /** What is wrong, and what to do about it. */
  private static String reason(SdkException e) {
    if (e instanceof SdkClientException) {
      // Without the list of everything that the SDK has tried.
      String gist = String.valueOf(e.getMessage()).replaceFirst("(?s)( from any of |:).*", "");
      return "AWS cannot be asked: "
          + gist
          + ". Give credentials and a Region, for example by AWS_PROFILE and AWS_REGION after"
          + " `aws sso login`.";
    }
    return "AWS refused: "
        + e.getMessage()
        + ". The managed policy \"acceptance\" of the stack allows what the scenarios need, in the"
        + " account and Region of that stack.";
  }
}
