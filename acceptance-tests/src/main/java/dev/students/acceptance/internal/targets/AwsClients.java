package dev.students.acceptance.internal.targets;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Clients of AWS with the caller's own settings.
 *
 * @param credentials shared credentials, because otherwise each client would request its own from
 *     STS or a process
 * @param region the Region; empty for that of the settings
 */
record AwsClients(AwsCredentialsProvider credentials, Optional<Region> region) {

  static AwsClients ofTheSettings() {
    return new AwsClients(DefaultCredentialsProvider.builder().build(), Optional.empty());
  }

  /** Returns clients for the Region of a run, regardless of the current settings. */
  AwsClients in(Optional<String> other) {
    return new AwsClients(credentials, other.map(Region::of).or(() -> region));
  }

  DynamoDbClientBuilder dynamoDb() {
    return configured(DynamoDbClient.builder());
  }

  SsmClient ssm() {
    return configured(SsmClient.builder()).build();
  }

  StsClient sts() {
    return configured(StsClient.builder()).build();
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
      B builder) {
    region.ifPresent(builder::region);
    return builder
        .credentialsProvider(credentials)
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }
}
