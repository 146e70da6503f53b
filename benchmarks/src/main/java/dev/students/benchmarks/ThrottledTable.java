package dev.students.benchmarks;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/**
 * A table that takes so many transactions a second and cancels the others as DynamoDB does when it
 * throttles: a token bucket that holds those of one second. Used by one thread at a time.
 */
final class ThrottledTable implements SdkHttpClient {

  private static final Duration LATENCY = Duration.ofMillis(5);
  private static final String THROTTLED =
      """
      {"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",\
      "Message":"Transaction cancelled","CancellationReasons":[\
      {"Code":"ThrottlingError","Message":"Throughput exceeds the current capacity"},{"Code":"None"}]}\
      """;

  private final VirtualTime time;
  private final double perSecond;
  private final boolean refusalsCost;
  private double tokens;
  private long filled;
  private long requests;

  /**
   * @param refusalsCost whether a cancelled transaction takes a quarter of an applied one, as if
   *     its other item had been prepared
   */
  ThrottledTable(VirtualTime time, double perSecond, boolean refusalsCost) {
    this.time = time;
    this.perSecond = perSecond;
    this.refusalsCost = refusalsCost;
    this.tokens = perSecond;
  }

  long requests() {
    return requests;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() {
        return answer();
      }

      @Override
      public void abort() {}
    };
  }

  private HttpExecuteResponse answer() {
    try {
      time.sleep(LATENCY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    requests++;
    boolean applied = take();
    byte[] body = (applied ? "{}" : THROTTLED).getBytes(StandardCharsets.UTF_8);
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpFullResponse.builder()
                .statusCode(applied ? 200 : 400)
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
        .build();
  }

  private boolean take() {
    tokens = Math.min(perSecond, tokens + (time.nanoTime() - filled) / 1e9 * perSecond);
    filled = time.nanoTime();
    boolean applied = tokens >= 1;
    if (applied) {
      tokens--;
    } else if (refusalsCost) {
      tokens = Math.max(0, tokens - 0.25);
    }
    return applied;
  }

  @Override
  public void close() {}
}
