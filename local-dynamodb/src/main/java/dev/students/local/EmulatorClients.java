package dev.students.local;

import dev.students.local.internal.server.DirectConnections;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.endpoints.AccountIdEndpointMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbBaseClientBuilder;

/**
 * SDK clients of an emulator that are independent of the user's AWS configuration.
 *
 * <p>They ignore proxies (from environment variables, system properties and the JVM's proxy
 * selector), so that requests to this machine do not leave it. They also ignore settings for FIPS,
 * dual-stack, endpoint, Region, credentials and defaults mode from environment variables and
 * profiles, which do not work with an emulator. Retry settings remain in effect. A malformed
 * profile file still causes every client of the SDK to fail, because the SDK reads the file before
 * a client's configuration.
 *
 * <pre>{@code
 * EmulatorClients clients = EmulatorClients.of(URI.create("http://127.0.0.1:4566"));
 * try (SsmClient ssm = clients.configure(SsmClient.builder()).build()) { … }
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param endpoint the emulator's endpoint
 * @param region the Region of the clients
 * @param credentials the credentials of the clients; some emulators keep separate tables for each
 *     access key
 */
public record EmulatorClients(URI endpoint, Region region, AwsCredentialsProvider credentials) {

  /** Returns clients in us-east-1 with credentials that exist in no AWS account. */
  public static EmulatorClients of(URI endpoint) {
    return new EmulatorClients(
        endpoint,
        Region.US_EAST_1,
        StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
  }

  /** Returns the same clients with different credentials. */
  public EmulatorClients withCredentials(AwsCredentialsProvider other) {
    return new EmulatorClients(endpoint, region, other);
  }

  /** Returns the same clients in a different Region. */
  public EmulatorClients withRegion(Region other) {
    return new EmulatorClients(endpoint, other, credentials);
  }

  /**
   * Configures the client builder of any service, which the caller may configure further. If the
   * caller replaces the HTTP client, that client must ignore proxies itself.
   *
   * @return the builder
   */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(B builder) {
    if (builder instanceof DynamoDbBaseClientBuilder<?, ?> dynamoDb) {
      dynamoDb.accountIdEndpointMode(AccountIdEndpointMode.DISABLED);
    }
    return builder
        .endpointOverride(endpoint)
        .region(region)
        .credentialsProvider(credentials)
        .fipsEnabled(false)
        .dualstackEnabled(false)
        .defaultsMode(DefaultsMode.LEGACY)
        .httpClientBuilder(httpClientBuilder());
  }

  /** Builds the HTTP client of these clients, for callers that wrap it. */
  public static SdkHttpClient.Builder<?> httpClientBuilder() {
    return new DirectConnections();
  }
}
