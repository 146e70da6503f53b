package dev.students.operations;

import dev.students.local.EmulatorClients;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * An HTTP client that carries out each request, but loses the responses of some, answers some with
 * a server error after they were applied, and refuses others as throttled. Thread-safe.
 */
final class LossyWire implements SdkHttpClient {

  private final SdkHttpClient real = EmulatorClients.httpClientBuilder().build();
  private final Random random;

  LossyWire(long seed) {
    this.random = new Random(seed);
  }

  /** A client that leaves all retries to its caller. */
  DynamoDbClient client() {
    return TestTable.clientBuilder()
        .httpClientBuilder(null)
        .httpClient(this)
        .overrideConfiguration(
            configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = real.prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return switch (random.nextInt(30)) {
          case 0, 1 -> {
            read(prepared.call());
            throw new IOException("response lost by the test");
          }
          case 2 -> {
            read(prepared.call());
            yield error(500, "InternalServerError");
          }
          case 3 -> error(400, "ThrottlingException");
          default -> prepared.call();
        };
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  private static void read(HttpExecuteResponse response) throws IOException {
    try (AbortableInputStream body = response.responseBody().orElseThrow()) {
      byte[] unused = body.readAllBytes();
    }
  }

  private static HttpExecuteResponse error(int status, String type) {
    byte[] body =
        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\"}"
            .formatted(type)
            .getBytes(StandardCharsets.UTF_8);
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpFullResponse.builder()
                .statusCode(status)
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
        .build();
  }

  @Override
  public void close() {
    real.close();
  }
}
