package dev.students.cli.internal.targets;

import dev.students.local.EmulatorClients;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Clients for interactive use: three attempts of a few seconds each.
 *
 * @param observer observes their writes
 */
public record AwsClients(WriteObserver observer) {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ATTEMPT = Duration.ofSeconds(10);

  /**
   * Builds a client. The SDK reads the user's AWS settings, even if they do not matter, and has no
   * specific exception for settings that it cannot read.
   *
   * @throws TargetUnavailableException if the settings cannot be read
   */
  public static <C> C build(SdkBuilder<?, C> builder) {
    try {
      return builder.build();
    } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
      throw new TargetUnavailableException(
          "The AWS settings of this user cannot be read ("
              + String.valueOf(e.getMessage()).replaceFirst("\\.$", "")
              + "). Check the variables that begin with AWS_ and the files in ~/.aws.",
          e);
    }
  }

  /** DynamoDB of the caller's account and Region. */
  DynamoDbClient dynamoDb() {
    return build(patient(DynamoDbClient.builder()));
  }

  /** Parameter Store of the caller's account and Region. */
  SsmClient parameterStore() {
    return build(patient(SsmClient.builder()));
  }

  /** DynamoDB at an address of AWS, for example of a VPC endpoint. */
  DynamoDbClient ofAws(URI endpoint) {
    return build(
        patient(DynamoDbClient.builder())
            .endpointOverride(endpoint)
            .fipsEnabled(false) // the address decides
            .dualstackEnabled(false)
            .region(region())
            .credentialsProvider(DefaultCredentialsProvider.builder().build()));
  }

  /**
   * An emulator of DynamoDB. It requires credentials and a Region but does not check them, so on
   * this machine fictitious ones are used if the caller has none.
   */
  DynamoDbClient ofEmulator(URI endpoint, boolean onThisMachine) {
    AwsCredentialsProvider credentials =
        onThisMachine ? credentials() : DefaultCredentialsProvider.builder().build();
    return of(new EmulatorClients(endpoint, region(), credentials));
  }

  /** DynamoDB of an emulator. */
  DynamoDbClient of(EmulatorClients emulator) {
    return build(
        emulator
            .configure(DynamoDbClient.builder())
            .httpClientBuilder(observer.observe(EmulatorClients.httpClientBuilder()))
            .overrideConfiguration(
                options ->
                    options
                        .retryStrategy(RetryMode.STANDARD)
                        .apiCallAttemptTimeout(ATTEMPT)
                        .addExecutionInterceptor(observer)));
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B patient(B builder) {
    SdkHttpClient.Builder<?> http =
        UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT);
    return builder
        .httpClientBuilder(observer.observe(http))
        .overrideConfiguration(
            options -> options.retryStrategy(RetryMode.STANDARD).addExecutionInterceptor(observer));
  }

  private static AwsCredentialsProvider credentials() {
    return AwsCredentialsProviderChain.of(
        EnvironmentVariableCredentialsProvider.create(),
        ProfileCredentialsProvider.create(),
        StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
  }

  private static Region region() {
    try {
      return new AwsRegionProviderChain(
              new SystemSettingsRegionProvider(), new AwsProfileRegionProvider())
          .getRegion();
    } catch (SdkClientException nowhere) {
      return Region.US_EAST_1;
    }
  }
}
