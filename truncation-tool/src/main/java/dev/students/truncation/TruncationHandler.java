package dev.students.truncation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.students.truncation.internal.FunctionEnvironment;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The Lambda function that truncates the one table it is deployed for, in slices of at most one
 * minute.
 *
 * <p>It takes a {@link TruncationRequest} and returns {@link TruncationResult#toJson}, or after a
 * dry run {@link TruncationEstimate#toJson}, which describe the JSON. While {@code complete} is
 * false, invoke it again, until {@code ending} is {@code EMPTY}. A refusal or failure is a function
 * error whose {@code errorType} is the class of the exception and whose {@code errorMessage} states
 * what to do.
 *
 * <p>Environment variables: {@code TABLE_NAME}, {@code TRUNCATION_PERMIT_PARAMETER} (the name of
 * the parameter that contains the table's ARN), {@code ENVIRONMENT}. Its role needs {@code
 * dynamodb:DescribeTable}, {@code dynamodb:Scan} and {@code dynamodb:BatchWriteItem} on the table,
 * and {@code ssm:GetParameter} on the parameter. Its timeout should be 75 seconds: the longest
 * slice, and time to finish.
 *
 * <p>The handler takes the request as a map instead of having the runtime bind it to a record,
 * because the runtime would ignore unknown fields, and because its use of reflection costs start-up
 * time.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-handler.html">Define Lambda
 *     function handler in Java</a>
 */
public final class TruncationHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {

  /** The time reserved before the function's timeout, in which requests in flight can complete. */
  private static final Duration SHUTDOWN_MARGIN = Duration.ofSeconds(14);

  private final FunctionEnvironment environment;
  private final SsmClient ssm;
  private final DynamoDbClient dynamoDb;

  /** Creates the handler from the environment variables, as the Lambda runtime does. */
  public TruncationHandler() {
    this(
        FunctionEnvironment.of(System.getenv()),
        SsmClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build(),
        DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build());
    prime();
  }

  TruncationHandler(FunctionEnvironment environment, SsmClient ssm, DynamoDbClient dynamoDb) {
    this.environment = environment;
    this.ssm = ssm;
    this.dynamoDb = dynamoDb;
  }

  @Override
  public Map<String, Object> handleRequest(@Nullable Map<String, Object> json, Context context) {
    TruncationRequest request = TruncationRequest.fromJson(json);
    return respond(request, slice(request, context));
  }

  private static Duration slice(TruncationRequest request, Context context) {
    Duration asked = Duration.ofSeconds(request.seconds());
    Duration left = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(SHUTDOWN_MARGIN);
    return left.compareTo(asked) < 0 ? left : asked;
  }

  private Map<String, Object> respond(TruncationRequest request, Duration slice) {
    TableTruncation.Builder truncation =
        TableTruncation.builder(dynamoDb, permit(), request.table()).timeLimit(slice);
    if (request.acceptStream()) {
      truncation.acceptStream();
    }
    if (request.acceptReplicas()) {
      truncation.acceptReplicas();
    }
    return request.dryRun()
        ? truncation.build().dryRun().toJson()
        : truncation.build().run().toJson();
  }

  /** Reads the permit for each invocation, because the environment may have withdrawn it. */
  private TruncationPermit permit() {
    TruncationPermit permit =
        TruncationPermit.fromParameter(
            ssm, environment.environment(), environment.permitParameter());
    if (!permit.tableName().equals(environment.tableName())) {
      throw new TruncationRefusedException(
          Guard.OTHER_TABLE,
          "This function is deployed for the table "
              + environment.tableName()
              + ", but the permit is for "
              + permit.tableName()
              + ".");
    }
    return permit;
  }

  /**
   * Makes the first calls of an invocation once during the init phase of Lambda, which has full CPU
   * regardless of the function's memory, so that classes are loaded and connections are open.
   */
  private void prime() {
    try {
      TruncationPermit permit = permit();
      dynamoDb.describeTable(request -> request.tableName(permit.tableName()));
    } catch (TruncationException | SdkException unready) {
      // The invocation will fail in the same way and report it to its caller.
    }
  }
}
