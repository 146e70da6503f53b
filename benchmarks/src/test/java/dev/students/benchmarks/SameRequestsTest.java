package dev.students.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class SameRequestsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @EnumSource
  void byHand_eachOperation_makesTheRequestsOfTheStore(Operation operation) {
    List<JsonNode> requests = requests(operation, CannedBenchmark.By.STORE);
    assertThat(requests).isNotEmpty();
    assertThat(requests(operation, CannedBenchmark.By.HAND)).isEqualTo(requests);
  }

  private static List<JsonNode> requests(Operation operation, CannedBenchmark.By by) {
    List<JsonNode> requests = new ArrayList<>();
    try (DynamoDbClient client =
        Canned.client(operation, (name, request) -> requests.add(parsed(name, request)))) {
      assertThat(operation.run(by.students(client, "students"), 1)).isNotNull();
    }
    return requests;
  }

  /** Without what differs each time: tokens, times, and versions. */
  private static JsonNode parsed(String operation, HttpExecuteRequest request) {
    try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
      String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      return JSON.createObjectNode()
          .set(
              operation,
              JSON.readTree(
                  text.replaceAll("\"ClientRequestToken\":\"[^\"]{36}\"", "\"token\":1")
                      .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "now")
                      .replaceAll("\"N\":\"\\d{16}\"", "\"N\":\"version\"")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
