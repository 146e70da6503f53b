package dev.students.truncation;

import dev.students.local.LocalDynamoDb;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * An HTTP client that sends all requests to a real database, whatever their host, and injects
 * faults, because emulators never throttle, lose responses or deny access.
 */
final class FaultyHttpClient implements SdkHttpClient {

  /** The handling of a request. */
  @FunctionalInterface
  interface Fault {
    /**
     * Responds in place of the database, or forwards the request to it.
     *
     * @param number the number of the request among those of its operation, counted from 1
     * @param body the body of the request
     */
    HttpExecuteResponse apply(int number, String body, Wire wire) throws IOException;
  }

  /** Sends a request with the given body to the database. */
  @FunctionalInterface
  interface Wire {
    HttpExecuteResponse send(String body) throws IOException;
  }

  private final SdkHttpClient real = LocalDynamoDb.httpClientBuilder().build();
  private final URI database;
  private final Map<String, Fault> faults = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> numbers = new ConcurrentHashMap<>();
  private final List<String> operations = new CopyOnWriteArrayList<>();

  FaultyHttpClient(URI database) {
    this.database = database;
  }

  /** Sets the handling of requests of the given operation. */
  FaultyHttpClient on(String operation, Fault fault) {
    faults.put(operation, fault);
    return this;
  }

  /** The requested operations in order, including requests that never reached the database. */
  List<String> operations() {
    return operations;
  }

  /** Returns a builder that builds this client. */
  SdkHttpClient.Builder<?> asBuilder() {
    return new AsBuilder(this);
  }

  private record AsBuilder(FaultyHttpClient client) implements SdkHttpClient.Builder<AsBuilder> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return client;
    }
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return respond(request);
      }

      @Override
      public void abort() {}
    };
  }

  private HttpExecuteResponse respond(HttpExecuteRequest request) throws IOException {
    String target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow();
    String operation = target.substring(target.indexOf('.') + 1);
    operations.add(operation);
    int number = numbers.computeIfAbsent(operation, o -> new AtomicInteger()).incrementAndGet();
    return faults
        .getOrDefault(operation, (n, body, wire) -> wire.send(body))
        .apply(number, bodyOf(request), body -> send(request.httpRequest(), body));
  }

  private static String bodyOf(HttpExecuteRequest request) throws IOException {
    try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpExecuteResponse send(SdkHttpRequest request, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    SdkHttpRequest toDatabase =
        request.toBuilder()
            .uri(database)
            .putHeader("Host", database.getAuthority())
            .putHeader("Content-Length", String.valueOf(bytes.length))
            .build();
    return real.prepareRequest(
            HttpExecuteRequest.builder()
                .request(toDatabase)
                .contentStreamProvider(() -> new ByteArrayInputStream(bytes))
                .build())
        .call();
  }

  static HttpExecuteResponse answer(int status, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpFullResponse.builder()
                .statusCode(status)
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .putHeader("Content-Length", String.valueOf(bytes.length))
                .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
        .build();
  }

  /** Adds the checksum that DynamoDB sends to the response. */
  static HttpExecuteResponse withChecksum(HttpExecuteResponse answer, long crc32) {
    return HttpExecuteResponse.builder()
        .response(
            answer.httpResponse().toBuilder()
                .putHeader("x-amz-crc32", String.valueOf(crc32))
                .build())
        .responseBody(answer.responseBody().orElseThrow())
        .build();
  }

  static HttpExecuteResponse error(int status, String type) {
    return answer(
        status,
        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"injected\"}");
  }

  static String text(HttpExecuteResponse response) throws IOException {
    try (InputStream body = response.responseBody().orElseThrow()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    real.close();
  }
}
