package dev.students.local;

import dev.students.local.internal.server.BufferedRequests;
import dev.students.local.internal.server.EmbeddedServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * A running DynamoDB Local, AWS's own emulator, in this JVM, which accepts HTTP requests on a free
 * loopback port.
 *
 * <p>It uses HTTP instead of in-process calls so that clients behave as with AWS, including
 * interceptors, retries and metrics. Its threads keep the JVM alive until {@link #close()}.
 *
 * <p>It differs from AWS: it never throttles, never reports transaction conflicts, enforces no IAM
 * policies, and reports the capacity units of transactions incorrectly.
 *
 * <p>Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html">DynamoDB
 *     Local usage notes</a>
 */
public final class LocalDynamoDb implements AutoCloseable {

  /** The Region of the clients; DynamoDB Local shares its tables between all Regions. */
  public static final Region REGION = Region.US_EAST_1;

  private final EmbeddedServer server;

  private LocalDynamoDb(EmbeddedServer server) {
    this.server = server;
  }

  /**
   * Starts a database in memory, whose content is lost when it is closed.
   *
   * @throws LocalDynamoDbException if it cannot start
   */
  public static LocalDynamoDb inMemory() {
    return new LocalDynamoDb(EmbeddedServer.start(Optional.empty()));
  }

  /**
   * Starts a database that stores its tables in a folder, which is created if it does not exist.
   *
   * <p>A write is on disk before it is answered, so that it survives a crash of this process or of
   * the machine. The caller must ensure that only one database uses a folder at a time.
   *
   * @throws LocalDynamoDbException if the folder cannot be written, or if the database cannot start
   */
  public static LocalDynamoDb onFolder(Path folder) {
    return new LocalDynamoDb(EmbeddedServer.start(Optional.of(folder)));
  }

  /** The endpoint, for example {@code http://127.0.0.1:40213}. */
  public URI endpoint() {
    return server.endpoint();
  }

  /** Returns clients of this database that are independent of the user's AWS configuration. */
  public EmulatorClients clients() {
    return EmulatorClients.of(endpoint()).withRegion(REGION);
  }

  /**
   * Returns a builder of DynamoDB clients of this database, configured as by {@code clients()}, but
   * with the HTTP client of {@link #httpClientBuilder}.
   */
  public DynamoDbClientBuilder clientBuilder() {
    return clients().configure(DynamoDbClient.builder()).httpClientBuilder(httpClientBuilder());
  }

  /**
   * Returns a builder of HTTP clients for a database in this process, for callers that wrap them. A
   * request takes about a millisecond less than with those of {@link EmulatorClients}. For other
   * servers they are not suitable: if a server closes a connection without a response, they send
   * the request again without the SDK's knowledge.
   */
  public static SdkHttpClient.Builder<?> httpClientBuilder() {
    return new BufferedRequests();
  }

  /**
   * Returns a client that reads the database directly, without HTTP, signatures and JSON. It is
   * fast, and bypasses anything between other clients and the database. It supports only
   * DescribeTable, GetItem, BatchGetItem, Query and Scan; settings of the SDK have no effect on it.
   */
  public DynamoDbClient directReads() {
    return server.reads();
  }

  /** Stops the database and its threads. Calling it again has no effect. */
  @Override
  public void close() {
    server.close();
  }
}
