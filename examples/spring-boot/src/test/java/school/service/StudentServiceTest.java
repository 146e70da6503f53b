package school.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.StudentTable;
import dev.students.local.LocalDynamoDb;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The whole service over HTTP, on the embedded database. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "students.table=students",
      "spring.main.allow-bean-definition-overriding=true" // for the client below
    })
class StudentServiceTest {

  @TestConfiguration
  static class Embedded {
    @Bean(destroyMethod = "close")
    LocalDynamoDb localDynamoDb() {
      return LocalDynamoDb.inMemory();
    }

    @Bean
    DynamoDbClient dynamoDb(LocalDynamoDb local) {
      DynamoDbClient client = local.clientBuilder().build();
      client.createTable(StudentTable.createTableRequest("students"));
      return client;
    }
  }

  private final HttpClient http = HttpClient.newHttpClient();
  @LocalServerPort private int port;
  @Autowired private MeterRegistry registry;

  @Test
  void award_sentTwice_countsOnceAndIsMeasured() throws Exception {
    HttpResponse<String> enrolled = post("Ada", "Lovelace", "ada@example.org");
    assertThat(enrolled.statusCode()).isEqualTo(201);
    String id = enrolled.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");

    assertThat(put(id + "/awards/essay-1", "50").body()).isEqualTo("\"APPLIED\"");
    assertThat(put(id + "/awards/essay-1", "50").body()).isEqualTo("\"ALREADY_APPLIED\"");

    assertThat(get(id).body())
        .isEqualTo(
            "{\"id\":\"%s\",\"firstName\":\"Ada\",\"lastName\":\"Lovelace\",\"xp\":50}"
                .formatted(id));
    assertThat(registry.get("students.requests").tag("operation", "AWARD_XP").summary().count())
        .isEqualTo(2);
    assertThat(registry.get("students.write.units").tag("operation", "CREATE").counter().count())
        .isPositive();
  }

  @Test
  void enrol_emailTaken_isConflictWithoutTheAddress() throws Exception {
    post("Grace", "Hopper", "grace@example.org");

    HttpResponse<String> refused = post("Amazing", "Grace", "GRACE@example.org");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).doesNotContainIgnoringCase("grace@example.org");
  }

  @Test
  void get_unknownId_isNotFound() throws Exception {
    assertThat(get("nobody").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> post(String first, String last, String email)
      throws IOException, InterruptedException {
    String body =
        "{\"firstName\":\"%s\",\"lastName\":\"%s\",\"email\":\"%s\"}".formatted(first, last, email);
    return send(request("").POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> put(String path, String body)
      throws IOException, InterruptedException {
    return send(request("/" + path).PUT(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request("/" + path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/students" + path))
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
