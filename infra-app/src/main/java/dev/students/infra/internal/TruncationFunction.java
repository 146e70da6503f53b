package dev.students.infra.internal;

import dev.students.data.EnvironmentParameters;
import dev.students.truncation.TruncationHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/**
 * The function that truncates the table, and the permit that it requires: a parameter that holds
 * the table's ARN. The function's role reaches this table, this parameter and its own log group.
 */
public final class TruncationFunction extends Construct {

  private static final Path CODE = Path.of("truncation-tool/target/truncation-tool-function.jar");

  private final Output output;

  /**
   * The function's table and limits.
   *
   * @param environment the environment's name, which the function's guards check
   * @param reservedConcurrency executions reserved for it; if empty, it shares the account's
   *     unreserved concurrency
   */
  public record Input(
      String environment,
      EnvironmentParameters names,
      StudentsTable.Output table,
      Optional<IKey> encryptionKey,
      Optional<Integer> reservedConcurrency,
      int logRetentionDays) {}

  /** The function. */
  public record Output(Function function) {}

  public TruncationFunction(Construct scope, String id, Input input) {
    super(scope, id);
    StringParameter permit =
        Parameters.parameter(
            this,
            "Permit",
            input.names().truncationPermit(),
            "ARN of the table that may be truncated; without this parameter the tool refuses",
            input.table().arn());
    ILogGroup log = logGroup(input.logRetentionDays());
    Function function = function(input, log, role(input, permit, log));
    Parameters.parameter(
        this,
        "FunctionName",
        input.names().truncationFunction(),
        "Name of the function that truncates the table",
        function.getFunctionName());
    output = new Output(function);
  }

  public Output output() {
    return output;
  }

  /** Made as the CloudFormation type, because the CDK's construct takes an enum instead of days. */
  private ILogGroup logGroup(int retentionDays) {
    CfnLogGroup log =
        CfnLogGroup.Builder.create(this, "Log").retentionInDays(retentionDays).build();
    log.applyRemovalPolicy(RemovalPolicy.DESTROY);
    return LogGroup.fromLogGroupName(this, "LogByName", log.getRef());
  }

  private Role role(Input input, StringParameter permit, ILogGroup log) {
    PolicyDocument policy =
        PolicyDocument.Builder.create()
            .statements(
                List.of(
                    statement(
                        "TruncateTable",
                        List.of(
                            "dynamodb:BatchWriteItem", "dynamodb:DescribeTable", "dynamodb:Scan"),
                        input.table().arn()),
                    statement("ReadPermit", List.of("ssm:GetParameter"), permit.getParameterArn()),
                    statement(
                        "WriteLog",
                        List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                        log.getLogGroupArn())))
            .build();
    input.encryptionKey().map(EncryptionKey::forReadingAndWriting).ifPresent(policy::addStatements);
    return Role.Builder.create(this, "Role")
        .description("Truncates this environment's table, and nothing else")
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .inlinePolicies(Map.of("TruncateTable", policy))
        .build();
  }

  private static PolicyStatement statement(String sid, List<String> actions, String resource) {
    return PolicyStatement.Builder.create()
        .sid(sid)
        .actions(actions)
        .resources(List.of(resource))
        .build();
  }

  private Function function(Input input, ILogGroup log, Role role) {
    if (!Files.isRegularFile(CODE)) {
      throw new IllegalStateException(
          "The code of the truncation function does not exist: "
              + CODE.toAbsolutePath()
              + ". Build it with: mvn -pl truncation-tool -am package -DskipTests, and start from"
              + " the root of the project.");
    }
    Function.Builder function =
        Function.Builder.create(this, "Function")
            .description("Truncates the students table of this environment, in slices of a minute")
            .runtime(Runtime.JAVA_21)
            .architecture(Architecture.ARM_64)
            .code(Code.fromAsset(CODE.toString()))
            .handler(TruncationHandler.class.getName())
            .memorySize(1024)
            .timeout(Duration.seconds(75))
            .role(role.withoutPolicyUpdates())
            .logGroup(log);
    input.reservedConcurrency().ifPresent(function::reservedConcurrentExecutions);
    Function built = function.build();
    built.addEnvironment("ENVIRONMENT", input.environment());
    built.addEnvironment("TABLE_NAME", input.table().name());
    built.addEnvironment("TRUNCATION_PERMIT_PARAMETER", input.names().truncationPermit());
    return built;
  }
}
