package dev.students.reliability.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Sends each request to two databases, wants the same answer from both, and gives the first one's.
 */
public final class ComparingHttpClient implements SdkHttpClient {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SdkHttpClient one;
  private final SdkHttpClient other;
  private int compared;

  /** The clients stay the caller's to close. */
  public ComparingHttpClient(SdkHttpClient one, SdkHttpClient other) {
    this.one = one;
    this.other = other;
  }

  /** How many requests both have answered alike. */
  public int compared() {
    return compared;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        HttpExecuteResponse first = one.prepareRequest(request).call();
        HttpExecuteResponse second = other.prepareRequest(request).call();
        byte[] body = body(first);
        assertThat(meaning(second, body(second)))
            .as("the answer to %s", request.httpRequest().firstMatchingHeader("X-Amz-Target"))
            .isEqualTo(meaning(first, body));
        compared++;
        return HttpExecuteResponse.builder()
            .response(first.httpResponse())
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
            .build();
      }

      @Override
      public void abort() {}
    };
  }

  private static byte[] body(HttpExecuteResponse response) throws IOException {
    try (AbortableInputStream body = response.responseBody().orElseThrow()) {
      return body.readAllBytes();
    }
  }

  /**
   * What a program can tell from an answer: not the words of an error, nor an order that is open.
   */
  private static List<Object> meaning(HttpExecuteResponse response, byte[] body)
      throws IOException {
    ObjectNode json = (ObjectNode) JSON.readTree(body);
    json.remove(List.of("Message", "message", "ConsumedCapacity"));
    for (JsonNode reason : json.path("CancellationReasons")) {
      ((ObjectNode) reason).remove("Message");
    }
    List<JsonNode> items = new ArrayList<>();
    json.path("Items").forEach(items::add);
    items.sort(Comparator.comparing(item -> item.at("/pk/S").asText() + item.at("/sk/S").asText()));
    json.remove("Items");
    return List.of(response.httpResponse().statusCode(), json, items);
  }

  @Override
  public void close() {}
}
