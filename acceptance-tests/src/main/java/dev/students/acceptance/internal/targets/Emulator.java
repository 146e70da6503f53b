package dev.students.acceptance.internal.targets;

import dev.students.local.EmulatorClients;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * An AWS-compatible emulator, with clients whose credentials are invalid for real accounts:
 * emulators interpret an access key of twelve digits as the account number.
 */
record Emulator(URI endpoint, String account) {

  static final Region REGION = Region.US_EAST_1;
  static final String SECRET = "emulator";

  AwsBasicCredentials credentials() {
    return AwsBasicCredentials.create(account, SECRET);
  }

  DynamoDbClientBuilder dynamoDb() {
    return clients().configure(DynamoDbClient.builder());
  }

  StsClient sts() {
    return clients().configure(StsClient.builder()).build();
  }

  SsmClient ssm() {
    return clients().configure(SsmClient.builder()).build();
  }

  private EmulatorClients clients() {
    return new EmulatorClients(endpoint, REGION, StaticCredentialsProvider.create(credentials()));
  }
}
