package dev.students.acceptance.attack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.students.local.LocalDynamoDb;
import dev.students.testing.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A simulation of the parts of AWS that the target {@code aws} uses: STS, Parameter Store, and
 * DynamoDB, which is DynamoDB Local behind a proxy that records each write and can inject faults.
 * Thread-safe.
 */
final class AwsStandIn implements AutoCloseable {

  private static final long ANSWERS_AFTER_NANOS = 5_000_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalDynamoDb database = LocalDynamoDb.inMemory();
  private final Map<String, String> parameters;
  private final Random random = new Random(18);
  private final WriteLog writes = new WriteLog();
  private final AtomicInteger parametersRead = new AtomicInteger();
  private final AtomicInteger answersLost = new AtomicInteger();
  private final AtomicLong acceptedRequests = new AtomicLong(Long.MAX_VALUE);
  private final LoopbackServer server;
  private volatile double lost;

  AwsStandIn(Map<String, String> parameters) {
    this.parameters = Map.copyOf(parameters);
    this.server = LoopbackServer.start(this::answer);
  }

  URI endpoint() {
    return server.endpoint();
  }

  /** The database behind the proxy. */
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

  /** Clears the records and stops injecting faults. */
  void reset() {
    writes.clear();
    parametersRead.set(0);
    answersLost.set(0);
    acceptedRequests.set(Long.MAX_VALUE);
    lost = 0;
  }

  /** Accepts the credentials for the given number of further requests to DynamoDB. */
  void expireCredentialsAfter(int requests) {
    acceptedRequests.set(requests);
  }

  /** From now on loses this fraction of DynamoDB's responses; the requests are executed. */
  void loseAnswers(double part) {
    lost = part;
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target == null) {
      LoopbackServer.reply(exchange, 200, ACCOUNT);
    } else if (target.startsWith("AmazonSSM.")) {
      parameter(exchange, JSON.readTree(body).path("Name").asText());
    } else {
      dynamoDb(exchange, target.substring(target.indexOf('.') + 1), body);
    }
  }

  private static final String ACCOUNT =
      "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>000000000000</Account>"
          + "</GetCallerIdentityResult></GetCallerIdentityResponse>";

  private void parameter(HttpExchange exchange, String name) throws IOException {
    parametersRead.incrementAndGet();
    String value = parameters.get(name);
    if (value == null) {
      LoopbackServer.reply(exchange, 400, "{\"__type\":\"ParameterNotFound\"}");
    } else {
      LoopbackServer.reply(
          exchange, 200, JSON.writeValueAsString(Map.of("Parameter", Map.of("Value", value))));
    }
  }

  private void dynamoDb(HttpExchange exchange, String operation, byte[] body) throws IOException {
    LockSupport.parkNanos(ANSWERS_AFTER_NANOS);
    if (acceptedRequests.getAndDecrement() <= 0) {
      LoopbackServer.reply(
          exchange, 400, "{\"__type\":\"ExpiredTokenException\",\"message\":\"expired\"}");
      return;
    }
    if (operation.equals("DescribeContinuousBackups")) {
      LoopbackServer.reply(exchange, 200, NO_BACKUPS);
      return;
    }
    if (WriteLog.isWrite(operation)) {
      writes.add(operation, JSON.readTree(body));
    }
    HttpResponse<byte[]> answer = server.forward(exchange, body, database.endpoint());
    if (random.nextDouble() < lost) {
      answersLost.incrementAndGet();
      return; // The connection is closed without a response.
    }
    LoopbackServer.reply(exchange, answer);
  }

  /** The response to an operation that DynamoDB Local does not support. */
  private static final String NO_BACKUPS =
      "{\"ContinuousBackupsDescription\":{\"ContinuousBackupsStatus\":\"ENABLED\","
          + "\"PointInTimeRecoveryDescription\":{\"PointInTimeRecoveryStatus\":\"DISABLED\"}}}";

  @Override
  public void close() {
    server.close();
    database.close();
  }
}
