package dev.students.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/**
 * Answers each request at once with what was laid down for its operation, in turn where there are
 * several answers: what is left to measure is the SDK and what stands before it.
 */
final class CannedHttpClient implements SdkHttpClient {

  private final Map<String, Answers> answers;
  private final BiConsumer<String, HttpExecuteRequest> watcher;

  /** The answers to one operation. */
  private static final class Answers {

    private final List<byte[]> bodies;
    private int next;

    Answers(List<String> bodies) {
      this.bodies = bodies.stream().map(body -> body.getBytes(StandardCharsets.UTF_8)).toList();
    }

    byte[] next() {
      byte[] body = bodies.get(next);
      next = (next + 1) % bodies.size();
      return body;
    }
  }

  /**
   * @param watcher is shown each request with its operation
   */
  CannedHttpClient(
      List<String> getItem, String query, BiConsumer<String, HttpExecuteRequest> watcher) {
    this.answers =
        Map.of(
            "GetItem", new Answers(getItem),
            "Query", new Answers(List.of(query)),
            "TransactWriteItems", new Answers(List.of("{}")),
            "PutItem", new Answers(List.of("{}")),
            "UpdateItem", new Answers(List.of("{}")),
            "DeleteItem", new Answers(List.of("{}")));
    this.watcher = watcher;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    String target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow();
    String operation = target.substring(target.indexOf('.') + 1);
    watcher.accept(operation, request);
    byte[] body = requireNonNull(answers.get(operation), operation).next();
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() {
        return HttpExecuteResponse.builder()
            .response(
                SdkHttpFullResponse.builder()
                    .statusCode(200)
                    .putHeader("Content-Type", "application/x-amz-json-1.0")
                    .build())
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
            .build();
      }

      @Override
      public void abort() {}
    };
  }

  @Override
  public void close() {}
}
