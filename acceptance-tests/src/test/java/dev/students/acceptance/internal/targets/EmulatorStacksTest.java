package dev.students.acceptance.internal.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On an emulator from which everything is gone already. */
class EmulatorStacksTest {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private EmulatorStacks stacks;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
          boolean bucket = exchange.getRequestMethod().equals("GET");
          byte[] answer =
              (bucket ? "NoSuchBucket" : "Stack with id students-dev does not exist")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(bucket ? 404 : 400, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    stacks = new EmulatorStacks(new Emulator(endpoint, TargetOptions.ACCOUNT));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void delete_stackIsGone_endsWithoutDeletingAnything() {
    assertThatCode(() -> stacks.delete("students-dev")).doesNotThrowAnyException();
    assertThat(asked).isNotEmpty().noneMatch(request -> request.contains("DeleteStack"));
  }

  @Test
  void deleteBucket_bucketIsGone_endsWithoutDeletingAnything() {
    assertThatCode(() -> stacks.deleteBucket("assets")).doesNotThrowAnyException();
    assertThat(asked).singleElement().asString().startsWith("GET /assets?versions");
  }
}
