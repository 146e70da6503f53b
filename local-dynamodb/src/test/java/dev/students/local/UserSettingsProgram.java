package dev.students.local;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

  /** Runs it in a JVM of its own; returns what it printed, errors included. */
  static String run(
      List<String> jvmOptions, Map<String, String> environment, List<String> arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-classpath"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(jvmOptions);
    command.add(UserSettingsProgram.class.getName());
    command.addAll(arguments);
    ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
    program.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    program.environment().putAll(environment);
    Process process = program.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return output;
  }
}
