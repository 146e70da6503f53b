package dev.students.acceptance.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.students.local.LocalDynamoDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * AWS as far as the target {@code aws} needs it: STS, Parameter Store, and DynamoDB, which is
 * DynamoDB Local behind a proxy that notes each write and can misbehave. Thread-safe.
 */
final class AwsStandIn implements AutoCloseable {

  private static final long ANSWERS_AFTER_NANOS = 5_000_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    // Without it, each answer waits for an acknowledgement: 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final LocalDynamoDb database = LocalDynamoDb.inMemory();
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final Map<String, String> parameters;
  private final Random random = new Random(18);
  private final WriteLog writes = new WriteLog();
  private final AtomicInteger parametersRead = new AtomicInteger();
  private final AtomicInteger answersLost = new AtomicInteger();
  private final AtomicLong acceptedRequests = new AtomicLong(Long.MAX_VALUE);
  private volatile double lost;

  AwsStandIn(Map<String, String> parameters) {
    this.parameters = Map.copyOf(parameters);
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
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

  /** What is behind it. */
  LocalDynamoDb database() {
    return database;
  }

  List<WriteLog.Write> writes() {
    return writes.all();
  }

  int parametersRead() {
    return parametersRead.get();
  }

  int answersLost() {
    return answersLost.get();
  }

  /** Forgets what was noted, and behaves. */
  void reset() {
    writes.clear();
    parametersRead.set(0);
    answersLost.set(0);
    acceptedRequests.set(Long.MAX_VALUE);
    lost = 0;
  }

  /** Accepts the credentials for so many further requests to DynamoDB. */
  void expireCredentialsAfter(int requests) {
    acceptedRequests.set(requests);
  }

  /** From now on this part of DynamoDB's answers never arrives; what was asked is done. */
  void loseAnswers(double part) {
    lost = part;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      if (target == null) {
        send(exchange, 200, ACCOUNT);
      } else if (target.startsWith("AmazonSSM.")) {
        parameter(exchange, JSON.readTree(body).path("Name").asText());
      } else {
        dynamoDb(exchange, target.substring(target.indexOf('.') + 1), body);
      }
    }
  }

  private static final String ACCOUNT =
      "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>000000000000</Account>"
          + "</GetCallerIdentityResult></GetCallerIdentityResponse>";

  private void parameter(HttpExchange exchange, String name) throws IOException {
    parametersRead.incrementAndGet();
    String value = parameters.get(name);
    if (value == null) {
      send(exchange, 400, "{\"__type\":\"ParameterNotFound\"}");
    } else {
      send(exchange, 200, JSON.writeValueAsString(Map.of("Parameter", Map.of("Value", value))));
    }
  }

  private void dynamoDb(HttpExchange exchange, String operation, byte[] body) throws IOException {
    LockSupport.parkNanos(ANSWERS_AFTER_NANOS);
    if (acceptedRequests.getAndDecrement() <= 0) {
      send(exchange, 400, "{\"__type\":\"ExpiredTokenException\",\"message\":\"expired\"}");
      return;
    }
    if (operation.equals("DescribeContinuousBackups")) {
      send(exchange, 200, NO_BACKUPS);
      return;
    }
    if (WriteLog.isWrite(operation)) {
      writes.add(operation, JSON.readTree(body));
    }
    HttpResponse<byte[]> answer = ask(exchange, body);
    if (random.nextDouble() < lost) {
      answersLost.incrementAndGet();
      return; // Closed without an answer.
    }
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (name.startsWith("x-amz")) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
              }
            });
    exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }

  /** DynamoDB Local does not know the operation. */
  private static final String NO_BACKUPS =
      "{\"ContinuousBackupsDescription\":{\"ContinuousBackupsStatus\":\"ENABLED\","
          + "\"PointInTimeRecoveryDescription\":{\"PointInTimeRecoveryStatus\":\"DISABLED\"}}}";

  private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(database.endpoint())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    for (String header : List.of("X-Amz-Target", "Content-Type", "Authorization", "X-Amz-Date")) {
      request.header(header, exchange.getRequestHeaders().getFirst(header));
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    database.close();
  }
}
