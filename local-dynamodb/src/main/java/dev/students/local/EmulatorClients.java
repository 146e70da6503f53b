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
 * SDK clients of an emulator, which depend on nothing that the user has set up for AWS.
 *
 * <p>They ignore proxies (of environment variables, of system properties and of the JVM's proxy
 * selector), so that what is meant for this machine does not leave it; and FIPS, dual-stack,
 * endpoint, Region, credentials and defaults-mode settings, from environment variables and from
 * profiles, which fail or lead elsewhere with an emulator. Retry settings stay in force. A profile
 * file that is not well formed still fails every client of the SDK: it reads the file before it
 * looks at a client's configuration.
 *
 * <pre>{@code
 * EmulatorClients clients = EmulatorClients.of(URI.create("http://127.0.0.1:4566"));
 * try (SsmClient ssm = clients.configure(SsmClient.builder()).build()) { … }
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param endpoint where the emulator answers
 * @param region that its clients name
 * @param credentials that its clients sign with; some emulators keep a set of tables for each
 */
public record EmulatorClients(URI endpoint, Region region, AwsCredentialsProvider credentials) {

  /** Clients in us-east-1, with credentials that no account of AWS has. */
  public static EmulatorClients of(URI endpoint) {
    return new EmulatorClients(
        endpoint,
        Region.US_EAST_1,
        StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
  }

  /** The same for other credentials. */
  public EmulatorClients withCredentials(AwsCredentialsProvider other) {
    return new EmulatorClients(endpoint, region, other);
  }

  /** The same for another Region. */
  public EmulatorClients withRegion(Region other) {
    return new EmulatorClients(endpoint, other, credentials);
  }

  /**
   * Configures a builder of any service, which the caller may go on to configure. Another HTTP
   * client has to ignore proxies by itself.
   *
   * @return the builder
   */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(B builder) {
    if (builder instanceof DynamoDbBaseClientBuilder<?, ?> dynamoDb) {
      dynamoDb
          .endpointDiscoveryEnabled(false)
          .accountIdEndpointMode(AccountIdEndpointMode.DISABLED);
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

  /** Builds the HTTP client of these clients, for a caller that puts another one in front of it. */
  public static SdkHttpClient.Builder<?> httpClientBuilder() {
    return new DirectConnections();
  }
}
