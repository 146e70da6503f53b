package dev.students.infra.internal.restore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/**
 * A DynamoDB endpoint over HTTP that knows tables and backups but no items, and that plays what no
 * emulator does: restores and backups that take long or fail, answers that are lost, and a client
 * that is killed.
 */
final class ScriptedEndpoint implements AutoCloseable, PollClock {

  /** What happens to a request beside its effect. */
  enum Fault {
    NONE,
    /** The request has no effect; the answer is an internal error. */
    REFUSED,
    /** The request has its effect; the client is gone before the answer. */
    ANSWER_LOST
  }

  static {
    // The JDK's server sends an answer's head and body apart; without this each answer takes 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ScriptedTables tables;
  private final List<String> requests = new ArrayList<>();
  private final Set<String> regions = new TreeSet<>();
  private volatile Duration perRequest = Duration.ZERO;
  private volatile BiFunction<Integer, String, Fault> faults = (number, operation) -> Fault.NONE;

  ScriptedEndpoint(ScriptedTables tables) {
    this.tables = tables;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Decides the fault of each request by its number, from 1, and its operation. */
  void faults(BiFunction<Integer, String, Fault> faults) {
    this.faults = faults;
  }

  /** Lets the clock advance with each request, for a client in another process. */
  void advancePerRequest(Duration duration) {
    perRequest = duration;
  }

  /** Waits until an operation was requested. */
  synchronized void awaitRequest(String operation, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!requests.contains(operation)) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError(operation + " was not requested; but " + requests);
      }
      wait(left);
    }
  }

  /** The operations so far, in their order. */
  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  /** The Regions that requests were signed for. */
  synchronized Set<String> regions() {
    return Set.copyOf(regions);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    String operation = target.substring(target.indexOf('.') + 1);
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    tables.advance(perRequest);
    requests.add(operation);
    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
        .map(it -> it.split("/", -1)[2])
        .ifPresent(regions::add);
    notifyAll();
    Fault fault = faults.apply(requests.size(), operation);
    if (fault == Fault.REFUSED) {
      send(exchange, 500, error("InternalServerError", "Scripted."));
      return;
    }
    int status = 200;
    ObjectNode answer;
    try {
      answer = tables.answer(operation, body);
    } catch (ScriptedTables.Refusal e) {
      status = 400;
      answer = error(e.code, e.explanation);
    }
    if (fault == Fault.ANSWER_LOST) {
      exchange.close();
    } else {
      send(exchange, status, answer);
    }
  }

  private static ObjectNode error(String code, String message) {
    return JSON.createObjectNode()
        .put("__type", "com.amazonaws.dynamodb.v20120810#" + code)
        .put("message", message);
  }

  private static void send(HttpExchange exchange, int status, ObjectNode body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public Instant now() {
    return tables.now();
  }

  @Override
  public void sleep(Duration duration) {
    tables.advance(duration);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
