package dev.students.reliability.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * Passes requests on, or does to them what it is told. Thread-safe where its source of faults is.
 */
public final class FaultyHttpClient implements SdkHttpClient {

  private static final String TYPE = "com.amazonaws.dynamodb.v20120810#";

  private final SdkHttpClient real;
  private final Supplier<Optional<Fault>> faults;
  private final List<ExecutableHttpRequest> late = new ArrayList<>();

  /**
   * A client in front of another one, which stays the caller's to close.
   *
   * @param faults what happens to the next request
   */
  public FaultyHttpClient(SdkHttpClient real, Supplier<Optional<Fault>> faults) {
    this.real = real;
    this.faults = faults;
  }

  /** A client that sends through this one: three attempts each time, and no pause between them. */
  public DynamoDbClient client(DynamoDbClientBuilder builder) {
    return builder
        .httpClientBuilder(null)
        .httpClient(this)
        .overrideConfiguration(
            configuration ->
                configuration.retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(3)
                        .circuitBreakerEnabled(false)
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                        .build()))
        .build();
  }

  /** The requests that have not arrived yet; they are the caller's from now on. */
  public synchronized List<ExecutableHttpRequest> takeLate() {
    List<ExecutableHttpRequest> taken = List.copyOf(late);
    late.clear();
    return taken;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = real.prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        Optional<Fault> fault = faults.get();
        return fault.isPresent() ? suffer(fault.get(), request, prepared) : prepared.call();
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  private HttpExecuteResponse suffer(
      Fault fault, HttpExecuteRequest request, ExecutableHttpRequest prepared) throws IOException {
    return switch (fault) {
      case ANSWER_LOST -> {
        read(prepared.call());
        throw new IOException("answer lost by the test");
      }
      case REQUEST_LOST -> throw new IOException("request lost by the test");
      case DELIVERED_LATE -> {
        synchronized (this) {
          late.add(prepared);
        }
        throw new IOException("request delayed by the test");
      }
      case DELIVERED_TWICE -> {
        read(real.prepareRequest(request).call());
        yield prepared.call();
      }
      case INTERNAL_ERROR_BEFORE -> error(500, "InternalServerError");
      case INTERNAL_ERROR_AFTER -> {
        read(prepared.call());
        yield error(500, "InternalServerError");
      }
      case UNAVAILABLE -> error(503, "ServiceUnavailable");
      case THROUGHPUT_EXCEEDED -> error(400, "ProvisionedThroughputExceededException");
      case REQUEST_LIMIT_EXCEEDED -> error(400, "RequestLimitExceeded");
      case THROTTLED -> error(400, "ThrottlingException");
      case TRANSACTION_CONFLICT ->
          isTransaction(request) ? conflict() : error(400, "ThrottlingException");
      case TRANSACTION_IN_PROGRESS ->
          error(
              400,
              isTransaction(request) ? "TransactionInProgressException" : "ThrottlingException");
      case ANSWER_CUT -> {
        byte[] body = read(prepared.call());
        yield answer(200, Arrays.copyOf(body, body.length / 2), Optional.empty());
      }
      case ANSWER_CORRUPT -> answer(200, read(prepared.call()), Optional.of("1"));
      case CREDENTIALS_EXPIRED -> error(400, "ExpiredTokenException");
    };
  }

  private static boolean isTransaction(HttpExecuteRequest request) {
    return request
        .httpRequest()
        .firstMatchingHeader("X-Amz-Target")
        .orElse("")
        .endsWith(".TransactWriteItems");
  }

  private static HttpExecuteResponse conflict() {
    return answer(
        400,
        """
        {"__type":"%sTransactionCanceledException","Message":"Transaction cancelled",\
        "CancellationReasons":[{"Code":"TransactionConflict"},{"Code":"None"}]}"""
            .formatted(TYPE)
            .getBytes(StandardCharsets.UTF_8),
        Optional.empty());
  }

  private static HttpExecuteResponse error(int status, String type) {
    return answer(
        status,
        "{\"__type\":\"%s%s\",\"message\":\"by the test\"}"
            .formatted(TYPE, type)
            .getBytes(StandardCharsets.UTF_8),
        Optional.empty());
  }

  private static HttpExecuteResponse answer(int status, byte[] body, Optional<String> crc32) {
    SdkHttpFullResponse.Builder response =
        SdkHttpFullResponse.builder()
            .statusCode(status)
            .putHeader("Content-Type", "application/x-amz-json-1.0");
    crc32.ifPresent(checksum -> response.putHeader("x-amz-crc32", checksum));
    return HttpExecuteResponse.builder()
        .response(response.build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
        .build();
  }

  private static byte[] read(HttpExecuteResponse response) throws IOException {
    try (AbortableInputStream body = response.responseBody().orElseThrow()) {
      return body.readAllBytes();
    }
  }

  @Override
  public void close() {}
}
