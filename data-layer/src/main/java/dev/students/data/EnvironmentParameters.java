package dev.students.data;

/**
 * The names of the parameters that an environment's stack publishes in AWS Systems Manager
 * Parameter Store, all of them below {@code /students/<environment>/}. Services, the command-line
 * program and the acceptance tests look up the environment's table there.
 *
 * @param environment the name of the environment, for example {@code staging}
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-hierarchies.html">Parameter
 *     hierarchies</a>
 */
public record EnvironmentParameters(String environment) {

  private static final String ROOT = "/students";

  /** The path below which all parameters are. */
  public String path() {
    return ROOT + "/" + environment;
  }

  /** Holds the kind of the environment, whatever its name: dev, staging or production. */
  public String kind() {
    return parameter("kind");
  }

  /** Holds the name of the table. */
  public String tableName() {
    return parameter("table-name");
  }

  /** Holds the ARN of the table. */
  public String tableArn() {
    return parameter("table-arn");
  }

  /** Holds the ARN of the managed policy for services. */
  public String applicationPolicyArn() {
    return parameter("application-policy-arn");
  }

  /** Holds the ARN of the managed policy for people who look after the table. */
  public String operatorPolicyArn() {
    return parameter("operator-policy-arn");
  }

  /** Holds the ARN of the managed policy for the acceptance tests. */
  public String acceptancePolicyArn() {
    return parameter("acceptance-policy-arn");
  }

  /** Holds the permit to truncate the table, where the environment allows it. */
  public String truncationPermit() {
    return parameter("truncation-permit");
  }

  /** Holds the name of the truncation function, where the environment has one. */
  public String truncationFunction() {
    return parameter("truncation-function");
  }

  /** Holds the ARN of the topic that the alarms notify, where the environment has alarms. */
  public String alarmTopicArn() {
    return parameter("alarm-topic-arn");
  }

  private String parameter(String name) {
    return path() + "/" + name;
  }
}
