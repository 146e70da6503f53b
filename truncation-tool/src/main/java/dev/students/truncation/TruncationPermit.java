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
 * The permission to truncate one table, with the evidence for it. It can only be had from where an
 * environment publishes it, or for an emulator.
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
   * The permit that an environment's stack publishes in Parameter Store, where it allows
   * truncation.
   *
   * @param ssm where to read it; one request, the IAM action {@code ssm:GetParameter}
   * @param environment the environment's name, for example {@code dev}; never production
   * @param parameterName the parameter's name, which must end in {@code /truncation-permit}: a
   *     stack may publish its table's ARN for other ends too. Its value must be the ARN of a table
   * @throws TruncationRefusedException when the environment or the parameter is production's
   *     ({@link Guard#PRODUCTION}), or the parameter is not a permit by its name, does not exist,
   *     or holds no table's ARN ({@link Guard#PERMIT})
   * @throws software.amazon.awssdk.core.exception.SdkException when Parameter Store cannot be read
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
              + ". Its stack publishes one where the truncation function is asked for.",
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
   * A permit for a table in an emulator on this machine, such as DynamoDB Local or LocalStack.
   *
   * @param endpoint where it answers; its host must be a loopback address or {@code localhost}
   * @throws TruncationRefusedException when it is not ({@link Guard#NOT_AN_EMULATOR})
   */
  public static TruncationPermit forEmulator(URI endpoint, String tableName) {
    EmulatorEndpoint.requireLoopback(endpoint);
    return new TruncationPermit(
        tableName, Optional.empty(), endpoint, "emulator at " + endpoint.getAuthority());
  }

  /**
   * A permit for a table in an emulator on another host, such as a container beside this one.
   *
   * @param endpoint where it answers
   * @param tableName the table's name
   * @param allowedHost the host of {@code endpoint}, said again by whoever vouches for it
   * @throws TruncationRefusedException when the two differ, or the host is AWS's ({@link
   *     Guard#NOT_AN_EMULATOR})
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

  /** Its ARN; empty for an emulator's. */
  public Optional<String> tableArn() {
    return tableArn;
  }

  /** The endpoint that vouches for it: Parameter Store's, or the emulator's. */
  public URI endpoint() {
    return endpoint;
  }

  /** Where the permission comes from, in words. */
  public String evidence() {
    return evidence;
  }

  @Override
  public String toString() {
    return "permit to truncate " + tableArn.orElse(tableName) + " (" + evidence + ")";
  }
}
