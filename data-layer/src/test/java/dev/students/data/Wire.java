package dev.students.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/**
 * An HTTP client between the store and DynamoDB Local that records each request and injects the
 * faults that a test specifies and DynamoDB Local never shows by itself.
 */
final class Wire implements SdkHttpClient {

  /** The handling of one request. */
  interface Fault {
    HttpExecuteResponse call(ExecutableHttpRequest request) throws IOException;
  }

  /** One request as it was sent. */
  record Sent(String operation, String body) {}

  private final SdkHttpClient real;
  private final List<Sent> sent = new ArrayList<>();
  private final Map<String, Queue<Fault>> faults = new HashMap<>();
  private final Map<Integer, Fault> numbered = new HashMap<>();
  private Function<String, Fault> otherwise = operation -> ExecutableHttpRequest::call;

  Wire(SdkHttpClient real) {
    this.real = real;
  }

  /** All requests so far, in order, including retries by the SDK. */
  synchronized List<Sent> sent() {
    return List.copyOf(sent);
  }

  /** The names of the operations requested so far. */
  List<String> operations() {
    return sent().stream().map(Sent::operation).toList();
  }

  synchronized void forget() {
    sent.clear();
    numbered.clear();
  }

  /** Applies the next write, then runs {@code between}, and loses the response. */
  Wire loseResponse(Runnable between) {
    return loseResponse("TransactWriteItems", between);
  }

  /** Does the same with the next request of the given operation. */
  Wire loseResponse(String operation, Runnable between) {
    return on(operation, request -> loseAfter(between, request));
  }

  /** Adds the next write to the given list instead of sending it; it gets no response. */
  Wire delayWrite(List<ExecutableHttpRequest> late) {
    return on(
        "TransactWriteItems",
        request -> {
          late.add(request);
          throw new IOException("request delayed by the test");
        });
  }

  /** Runs an action just before the next write is sent. */
  Wire beforeWrite(Runnable before) {
    return on("TransactWriteItems", request -> callAfter(before, request));
  }

  /** Sets the default handling of requests of an operation. */
  synchronized void otherwise(Function<String, Fault> faults) {
    otherwise = faults;
  }

  /** Answers the next write with a cancellation for the given reasons, without sending it. */
  Wire cancel(String... codes) {
    return answer(cancelled(codes));
  }

  /** Answers the next write with the given error, without sending it. */
  Wire answer(String body) {
    return answer(400, body);
  }

  /** Answers the next write with the given response, without sending it. */
  Wire answer(int status, String body) {
    return on("TransactWriteItems", answering(status, body));
  }

  static String cancelled(String... codes) {
    List<String> reasons = new ArrayList<>();
    for (String code : codes) {
      reasons.add("{\"Code\":\"%s\"}".formatted(code));
    }
    return """
    {"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",\
    "Message":"Transaction cancelled, please refer cancellation reasons",\
    "CancellationReasons":[%s]}\
    """
        .formatted(String.join(",", reasons));
  }

  /** The award does not exist, and the student was found with the given XP. */
  static String cancelledByStudent(String id, long xp) {
    return cancelled("None", "ConditionalCheckFailed")
        .replace(
            "\"ConditionalCheckFailed\"",
            "\"ConditionalCheckFailed\",\"Item\":{\"pk\":{\"S\":\"student#%s\"},\"xp\":{\"N\":\"%d\"}}"
                .formatted(id, xp));
  }

  static Fault answering(int status, String body) {
    return request ->
        HttpExecuteResponse.builder()
            .response(
                SdkHttpFullResponse.builder()
                    .statusCode(status)
                    .putHeader("Content-Type", "application/x-amz-json-1.0")
                    .build())
            .responseBody(
                AbortableInputStream.create(
                    new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
            .build();
  }

  /** Sends the next write unchanged, so that the following fault applies to the write after it. */
  Wire pass() {
    return on("TransactWriteItems", ExecutableHttpRequest::call);
  }

  /**
   * Runs an action just before the request with the given number, counted from 0 since {@link
   * #forget}.
   */
  synchronized void before(int number, Runnable between) {
    numbered.put(number, request -> callAfter(between, request));
  }

  /** Sends the request with the given number, runs an action, and loses the response. */
  synchronized void lose(int number, Runnable between) {
    numbered.put(number, request -> loseAfter(between, request));
  }

  private static HttpExecuteResponse callAfter(Runnable between, ExecutableHttpRequest request)
      throws IOException {
    between.run();
    return request.call();
  }

  static HttpExecuteResponse loseAfter(Runnable between, ExecutableHttpRequest request)
      throws IOException {
    request.call().responseBody().ifPresent(Wire::text);
    between.run();
    throw new IOException("response lost by the test");
  }

  private synchronized Wire on(String operation, Fault fault) {
    faults.computeIfAbsent(operation, name -> new ArrayDeque<>()).add(fault);
    return this;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    String target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow();
    String operation = target.substring(target.indexOf('.') + 1);
    String body = request.contentStreamProvider().map(p -> text(p.newStream())).orElse("");
    ExecutableHttpRequest prepared = real.prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return next(operation, body).call(prepared);
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  private synchronized Fault next(String operation, String body) {
    Fault byNumber = numbered.remove(sent.size());
    sent.add(new Sent(operation, body));
    if (byNumber != null) {
      return byNumber;
    }
    Queue<Fault> next = faults.getOrDefault(operation, new ArrayDeque<>());
    return next.isEmpty() ? otherwise.apply(operation) : next.remove();
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    real.close();
  }
}
