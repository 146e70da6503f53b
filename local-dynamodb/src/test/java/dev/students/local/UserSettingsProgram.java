package dev.students.local;

import java.net.URI;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * A program that requests a table, a parameter and the account from an emulator at a given address,
 * then the tables of an embedded database, and prints the results.
 */
final class UserSettingsProgram {

  private UserSettingsProgram() {}

  public static void main(String... arguments) {
    System.out.print(answers(URI.create(arguments[0])));
    try (LocalDynamoDb local = LocalDynamoDb.inMemory();
        DynamoDbClient embedded =
            local.clientBuilder().overrideConfiguration(options -> {}).build()) {
      System.out.print(" embedded=" + embedded.listTables().tableNames());
    }
  }

  /** Returns the results that clients of the emulator get with the settings of this JVM. */
  static String answers(URI emulator) {
    EmulatorClients clients = EmulatorClients.of(emulator);
    try (DynamoDbClient dynamoDb = clients.configure(DynamoDbClient.builder()).build();
        SsmClient ssm = clients.configure(SsmClient.builder()).build();
        StsClient sts = clients.configure(StsClient.builder()).build()) {
      return "tables=%s parameter=%s account=%s"
          .formatted(
              dynamoDb.listTables().tableNames(),
              ssm.getParameter(get -> get.name("p")).parameter().value(),
              sts.getCallerIdentity().account());
    }
  }
}
