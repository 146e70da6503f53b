package dev.students.cli.internal.targets;

import dev.students.data.EnvironmentParameters;
import dev.students.truncation.TruncationPermit;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/**
 * A deployed environment: its stack publishes the table's name in Parameter Store, in the account
 * and Region of the caller's credentials.
 */
public record Environment(String name) implements TableTarget {

  @Override
  public String kind() {
    return "environment";
  }

  @Override
  public String location() {
    return "in the environment " + name;
  }

  @Override
  public String whenSilent() {
    return "Check the network, AWS_REGION, and AWS_ENDPOINT_URL if you set it.";
  }

  @Override
  public OpenTarget open(WriteObserver observer) {
    AwsClients clients = new AwsClients(observer);
    return new OpenEnvironment(name, tableName(clients), clients, clients.dynamoDb());
  }

  private String tableName(AwsClients clients) {
    String parameter = new EnvironmentParameters(name).tableName();
    try (SsmClient ssm = clients.parameterStore()) {
      return ssm.getParameter(request -> request.name(parameter)).parameter().value();
    } catch (ParameterNotFoundException absent) {
      throw new TargetUnavailableException(
          "The environment "
              + name
              + " is not deployed here: Parameter Store has no "
              + parameter
              + ". Deploy it (npx cdk deploy students-"
              + name
              + "), or set AWS_PROFILE or AWS_REGION to the account and Region that have it.",
          absent);
    }
  }

  private record OpenEnvironment(
      String name, String tableName, AwsClients clients, DynamoDbClient client)
      implements OpenTarget {

    @Override
    public String description() {
      return "environment "
          + name
          + " in "
          + client.serviceClientConfiguration().region()
          + ", table "
          + tableName;
    }

    @Override
    public boolean isBilled() {
      return true;
    }

    @Override
    public TruncationPermit truncationPermit(Optional<String> emulatorHost) {
      try (SsmClient ssm = clients.parameterStore()) {
        return TruncationPermit.fromParameter(
            ssm, name, new EnvironmentParameters(name).truncationPermit());
      }
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
