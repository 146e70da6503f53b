package dev.students.acceptance.internal.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.students.testing.LoopbackServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ssm.SsmClient;

class PublishedStackTest {

  private LoopbackServer parameterStore;
  private Map<String, String> parameters = Map.of();

  @BeforeEach
  void start() {
    parameterStore =
        LoopbackServer.start(
            exchange -> {
              JsonNode request = new ObjectMapper().readTree(exchange.getRequestBody());
              String name = request.path("Name").asText();
              String value = parameters.get(name);
              if (value == null) {
                LoopbackServer.reply(exchange, 400, "{\"__type\":\"ParameterNotFound\"}");
              } else {
                LoopbackServer.reply(
                    exchange,
                    200,
                    "{\"Parameter\":{\"Name\":\"" + name + "\",\"Value\":\"" + value + "\"}}");
              }
            });
  }

  @AfterEach
  void stop() {
    parameterStore.close();
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
    try (SsmClient ssm = new Emulator(parameterStore.endpoint(), TargetOptions.ACCOUNT).ssm()) {
      return PublishedStack.read(ssm, environment);
    }
  }
}
