package dev.students.cli;

import com.sun.net.httpserver.HttpExchange;
import dev.students.testing.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** A server in front of DynamoDB Local that simulates failures of AWS, one step for each write. */
final class ScriptedDynamoDb implements AutoCloseable {

  /** How the server treats one write. */
  sealed interface Step {

    /** Applies the write and drops the response. */
    Step APPLY_AND_LOSE_THE_ANSWER = new LoseAnswer(true);

    /** Drops the request. */
    Step LOSE_THE_REQUEST = new LoseAnswer(false);

    /** Applies the write and returns the response. */
    Step APPLY = new Apply();

    /** Returns an error of DynamoDB. */
    static Step error(int status, String code, String message) {
      return new Answer(
          status,
          "application/x-amz-json-1.0",
          "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"message\":\"%s\"}"
              .formatted(code, message));
    }
  }

  record LoseAnswer(boolean applied) implements Step {}

  record Apply() implements Step {}

  /** Returns the given response. */
  record Answer(int status, String contentType, String body) implements Step {}

  private final URI real;
  private final LoopbackServer server;
  private final Queue<Step> script = new ArrayDeque<>();
  private Step otherwise = Step.APPLY;
  private String operation = "";

  ScriptedDynamoDb(URI real) {
    this.real = real;
    this.server = LoopbackServer.start(this::answer);
  }

  URI endpoint() {
    return server.endpoint();
  }

  /** Applies the steps to the next requests of an operation; the last step is repeated forever. */
  synchronized void play(String operation, List<Step> steps) {
    this.operation = operation;
    script.clear();
    script.addAll(steps);
    otherwise = steps.get(steps.size() - 1);
  }

  @Override
  public void close() {
    server.close();
  }

  private synchronized Step next(String target) {
    if (operation.isEmpty() || !target.endsWith("." + operation)) {
      return Step.APPLY;
    }
    Step step = script.poll();
    return step == null ? otherwise : step;
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Step step = next(String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target")));
    if (step instanceof Answer answer) {
      if (!answer.contentType.isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType);
      }
      LoopbackServer.reply(exchange, answer.status, answer.body);
    } else if (step instanceof LoseAnswer lost) {
      if (lost.applied) {
        server.forward(exchange, body, real);
      }
    } else {
      LoopbackServer.reply(exchange, server.forward(exchange, body, real));
    }
  }
}
