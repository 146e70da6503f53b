package dev.students.acceptance.internal.target;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * An AWS-compatible emulator, with clients whose credentials no real account accepts: emulators
 * take an access key of twelve digits for the account's number.
 */
record Emulator(URI endpoint, String account) {

  static final Region REGION = Region.US_EAST_1;
  static final String SECRET = "emulator";

  AwsBasicCredentials credentials() {
    return AwsBasicCredentials.create(account, SECRET);
  }

  DynamoDbClientBuilder dynamoDb() {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(REGION)
        .credentialsProvider(provider())
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }

  StsClient sts() {
    return StsClient.builder()
        .endpointOverride(endpoint)
        .region(REGION)
        .credentialsProvider(provider())
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  SsmClient ssm() {
    return SsmClient.builder()
        .endpointOverride(endpoint)
        .region(REGION)
        .credentialsProvider(provider())
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private AwsCredentialsProvider provider() {
    return StaticCredentialsProvider.create(credentials());
  }
}
