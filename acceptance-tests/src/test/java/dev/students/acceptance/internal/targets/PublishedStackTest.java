package dev.students.acceptance.internal.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ssm.SsmClient;

class PublishedStackTest {

  private HttpServer parameterStore;
  private Map<String, String> parameters = Map.of();

  @BeforeEach
  void start() throws IOException {
    parameterStore =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    parameterStore.createContext(
        "/",
        exchange -> {
          JsonNode request = new ObjectMapper().readTree(exchange.getRequestBody());
          String name = request.path("Name").asText();
          String value = parameters.get(name);
          byte[] answer =
              (value == null
                      ? "{\"__type\":\"ParameterNotFound\"}"
                      : "{\"Parameter\":{\"Name\":\"" + name + "\",\"Value\":\"" + value + "\"}}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(value == null ? 400 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    parameterStore.start();
  }

  @AfterEach
  void stop() {
    parameterStore.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "production-eu, production, true",
    "europe, production, true",
    "dev, dev, false",
    "live-demo, dev, false",
    "qa, staging, false",
    "dev, some-kind-to-come, true",
  })
  void isProduction_anyName_isDecidedByThePublishedKind(
      String environment, String kind, boolean production) {
    parameters =
        Map.of(
            "/students/" + environment + "/kind",
            kind,
            "/students/" + environment + "/table-name",
            "table-7");

    PublishedStack stack = read(environment);

    assertThat(stack).isEqualTo(new PublishedStack(kind, "table-7"));
    assertThat(stack.isProduction()).isEqualTo(production);
  }

  @Test
  void read_kindIsNotPublished_isRefused() {
    parameters = Map.of("/students/dev/table-name", "table-7");
    assertThatThrownBy(() -> read("dev"))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("There is no parameter /students/dev/kind")
        .hasMessageContaining("Nothing was written.");
  }

  private PublishedStack read(String environment) {
    URI endpoint = URI.create("http://127.0.0.1:" + parameterStore.getAddress().getPort());
    try (SsmClient ssm = new Emulator(endpoint, TargetOptions.ACCOUNT).ssm()) {
      return PublishedStack.read(ssm, environment);
    }
  }
}
