package dev.students.infra.internal;

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
 * The function that empties the table, with the permit without which it refuses: a parameter that
 * holds the table's ARN. Its role reaches this table, this parameter and this function's log group.
 */
public final class TruncationFunction extends Construct {

  private static final Path CODE = Path.of("truncation-tool/target/truncation-tool-function.jar");

  private final Output output;

  /**
   * What the function is for, and its limits.
   *
   * @param environment {@code dev} or {@code staging}, as the function's guards know it
   * @param reservedConcurrency executions kept for it; without it, it takes from what all share
   */
  public record Input(
      String environment,
      ParameterNames names,
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
            "ARN of the table that may be emptied; without this parameter none may",
            input.table().arn());
    ILogGroup log = logGroup(input.logRetentionDays());
    Function function = function(input, log, role(input, permit, log));
    Parameters.parameter(
        this,
        "FunctionName",
        input.names().truncationFunction(),
        "Name of the function that empties the table",
        function.getFunctionName());
    output = new Output(function);
  }

  public Output output() {
    return output;
  }

  /** By its CloudFormation type: the construct above it takes an enumeration, not days. */
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
                        "EmptyTable",
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
        .description("Empties one table, and nothing else")
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .inlinePolicies(Map.of("EmptyTable", policy))
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
          "The truncation function's code is not there: "
              + CODE.toAbsolutePath()
              + ". Build it with: mvn -pl truncation-tool -am package -DskipTests, and start from"
              + " the root of the project.");
    }
    Function.Builder function =
        Function.Builder.create(this, "Function")
            .description("Empties the students table of this environment, in slices of a minute")
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
