package dev.students.local;

import java.net.URI;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * A program that asks an emulator at a given address for a table, a parameter and its account, or
 * without an address an embedded database for its tables; and prints the answers.
 */
final class UserSettingsProgram {

  private UserSettingsProgram() {}

  public static void main(String... arguments) {
    if (arguments.length == 0) {
      try (LocalDynamoDb local = LocalDynamoDb.inMemory();
          DynamoDbClient dynamoDb =
              local.clientBuilder().overrideConfiguration(options -> {}).build()) {
        System.out.print("tables=" + dynamoDb.listTables().tableNames());
      }
      return;
    }
    EmulatorClients clients = EmulatorClients.of(URI.create(arguments[0]));
    try (DynamoDbClient dynamoDb = clients.configure(DynamoDbClient.builder()).build();
        SsmClient ssm = clients.configure(SsmClient.builder()).build();
        StsClient sts = clients.configure(StsClient.builder()).build()) {
      System.out.print("tables=" + dynamoDb.listTables().tableNames());
      System.out.print(" parameter=" + ssm.getParameter(get -> get.name("p")).parameter().value());
      System.out.print(" account=" + sts.getCallerIdentity().account());
    }
  }
}
