package dev.students.truncation;

import dev.students.truncation.internal.CallTrace;
import dev.students.truncation.internal.EmulatorEndpoint;
import dev.students.truncation.internal.ProductionGuard;
import dev.students.truncation.internal.TableArn;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/**
 * The permission to truncate one table. A permit is obtained either from the parameter in which an
 * environment publishes it, or for a table of an emulator.
 *
 * <p>Immutable and thread-safe.
 */
public final class TruncationPermit {

  private static final String NAME = "truncation-permit";

  private final String tableName;
  private final Optional<String> tableArn;
  private final URI endpoint;
  private final String evidence;

  private TruncationPermit(
      String tableName, Optional<String> tableArn, URI endpoint, String evidence) {
    this.tableName = tableName;
    this.tableArn = tableArn;
    this.endpoint = endpoint;
    this.evidence = evidence;
  }

  /**
   * Reads the permit that an environment's stack publishes in Parameter Store if it allows
   * truncation.
   *
   * @param ssm the client to read it with; sends one request, which needs the IAM action {@code
   *     ssm:GetParameter}
   * @param environment the name of the environment, for example {@code dev}; never production
   * @param parameterName the name of the parameter, which must end in {@code /truncation-permit},
   *     because a stack may publish its table's ARN for other purposes too. Its value must be the
   *     ARN of a table
   * @throws TruncationRefusedException if the environment or the parameter belongs to production
   *     ({@link Guard#PRODUCTION}), or if the parameter is not named as a permit, does not exist or
   *     does not contain the ARN of a table ({@link Guard#PERMIT})
   * @throws software.amazon.awssdk.core.exception.SdkException if the parameter cannot be read
   */
  public static TruncationPermit fromParameter(
      SsmClient ssm, String environment, String parameterName) {
    ProductionGuard.check("environment", environment);
    ProductionGuard.check("parameter", parameterName);
    requirePermitsName(parameterName);
    var trace = new CallTrace();
    String value;
    try {
      value =
          ssm.getParameter(
                  request ->
                      request
                          .name(parameterName)
                          .overrideConfiguration(override -> override.addMetricPublisher(trace)))
              .parameter()
              .value();
    } catch (ParameterNotFoundException absent) {
      throw new TruncationRefusedException(
          Guard.PERMIT,
          "The environment "
              + environment
              + " does not allow truncation: there is no parameter "
              + parameterName
              + ". Its stack publishes one if the truncation function is enabled.",
          absent);
    }
    TableArn arn =
        TableArn.parse(value)
            .orElseThrow(
                () ->
                    new TruncationRefusedException(
                        Guard.PERMIT,
                        "The parameter " + parameterName + " does not hold the ARN of a table."));
    return new TruncationPermit(
        arn.tableName(), Optional.of(value), trace.endpoint(), "parameter " + parameterName);
  }

  private static void requirePermitsName(String parameterName) {
    if (!parameterName.endsWith("/" + NAME)) {
      throw new TruncationRefusedException(
          Guard.PERMIT,
          "The parameter "
              + parameterName
              + " is not a permit: a permit's name ends in /"
              + NAME
              + ".");
    }
  }

  /**
   * Returns a permit for a table of an emulator on this machine, such as DynamoDB Local or
   * LocalStack.
   *
   * @param endpoint the emulator's endpoint, whose host must be a loopback address or {@code
   *     localhost}
   * @throws TruncationRefusedException if it is not ({@link Guard#NOT_AN_EMULATOR})
   */
  public static TruncationPermit forEmulator(URI endpoint, String tableName) {
    EmulatorEndpoint.requireLoopback(endpoint);
    return new TruncationPermit(
        tableName, Optional.empty(), endpoint, "emulator at " + endpoint.getAuthority());
  }

  /**
   * Returns a permit for a table of an emulator on another host, such as another container.
   *
   * @param endpoint the emulator's endpoint
   * @param tableName the table's name
   * @param allowedHost the host of {@code endpoint}, repeated as an explicit statement that it is
   *     an emulator
   * @throws TruncationRefusedException if the two hosts differ, or if the host belongs to AWS
   *     ({@link Guard#NOT_AN_EMULATOR})
   */
  public static TruncationPermit forEmulator(URI endpoint, String tableName, String allowedHost) {
    EmulatorEndpoint.requireAllowed(endpoint, allowedHost);
    return new TruncationPermit(
        tableName,
        Optional.empty(),
        endpoint,
        "emulator at " + endpoint.getAuthority() + ", a host allowed by name");
  }

  /** The name of the table that may be truncated. */
  public String tableName() {
    return tableName;
  }

  /** The ARN of the table; empty for a table of an emulator. */
  public Optional<String> tableArn() {
    return tableArn;
  }

  /** The endpoint that issued the permit: that of Parameter Store or of the emulator. */
  public URI endpoint() {
    return endpoint;
  }

  /** A description of the origin of the permit. */
  public String evidence() {
    return evidence;
  }

  @Override
  public String toString() {
    return "permit to truncate " + tableArn.orElse(tableName) + " (" + evidence + ")";
  }
}
