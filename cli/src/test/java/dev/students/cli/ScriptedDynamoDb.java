package dev.students.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server in front of DynamoDB Local that plays AWS's bad days, one step for each write. */
final class ScriptedDynamoDb implements AutoCloseable {

  /** What happens to one write. */
  sealed interface Step {

    /** It is applied, and its answer is lost. */
    Step APPLY_AND_LOSE_THE_ANSWER = new LoseAnswer(true);

    /** It is lost on its way. */
    Step LOSE_THE_REQUEST = new LoseAnswer(false);

    /** It is applied and answered. */
    Step APPLY = new Apply();

    /** It is answered with an error of DynamoDB. */
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

  /** It is answered with that. */
  record Answer(int status, String contentType, String body) implements Step {}

  private final URI real;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Step> script = new ArrayDeque<>();
  private Step otherwise = Step.APPLY;
  private String operation = "";

  ScriptedDynamoDb(URI real) {
    this.real = real;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Plays the steps with the next requests of an operation; the last goes on for ever. */
  synchronized void play(String operation, List<Step> steps) {
    this.operation = operation;
    script.clear();
    script.addAll(steps);
    otherwise = steps.get(steps.size() - 1);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private synchronized Step next(String target) {
    if (operation.isEmpty() || !target.endsWith("." + operation)) {
      return Step.APPLY;
    }
    Step step = script.poll();
    return step == null ? otherwise : step;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Step step = next(String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target")));
      if (step instanceof Answer answer) {
        send(exchange, answer.status, answer.contentType, answer.body.getBytes(UTF_8));
      } else if (step instanceof LoseAnswer lost) {
        if (lost.applied) {
          forward(exchange, body).getInputStream().readAllBytes();
        }
      } else {
        HttpURLConnection answer = forward(exchange, body);
        int status = answer.getResponseCode();
        try (var in = status < 400 ? answer.getInputStream() : answer.getErrorStream()) {
          send(exchange, status, answer.getContentType(), in.readAllBytes());
        }
      }
    }
  }

  private HttpURLConnection forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) real.toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    exchange.getRequestHeaders().entrySet().stream()
        .filter(header -> !header.getKey().matches("(?i)host|connection|content-length"))
        .forEach(
            header -> connection.setRequestProperty(header.getKey(), header.getValue().get(0)));
    connection.getOutputStream().write(body);
    int unused = connection.getResponseCode();
    return connection;
  }

  private static void send(HttpExchange exchange, int status, String contentType, byte[] body)
      throws IOException {
    if (!contentType.isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", contentType);
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
