package dev.students.acceptance.internal.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.students.testing.LoopbackServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests with an emulator in which nothing exists any more. */
class EmulatorStacksTest {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private LoopbackServer server;
  private EmulatorStacks stacks;

  @BeforeEach
  void start() {
    server =
        LoopbackServer.start(
            exchange -> {
              String body =
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
              asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
              if (exchange.getRequestMethod().equals("GET")) {
                LoopbackServer.reply(exchange, 404, "NoSuchBucket");
              } else {
                LoopbackServer.reply(exchange, 400, "Stack with id students-dev does not exist");
              }
            });
    stacks = new EmulatorStacks(new Emulator(server.endpoint(), TargetOptions.ACCOUNT));
  }

  @AfterEach
  void stop() {
    server.close();
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
