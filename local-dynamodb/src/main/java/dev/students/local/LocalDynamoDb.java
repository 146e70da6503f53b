package dev.students.local;

import dev.students.local.internal.server.EmbeddedServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * A running DynamoDB Local: AWS's own emulator, in this JVM, reached over HTTP on a free loopback
 * port.
 *
 * <p>It answers over HTTP rather than in-process so that clients behave as against AWS, with
 * interceptors, retries and metrics. Its threads keep the JVM alive until {@link #close()}.
 *
 * <p>It is not AWS: it never throttles, never reports a conflict of transactions, enforces no IAM
 * policy, and reports the capacity units of transactions wrongly.
 *
 * <p>Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html">DynamoDB
 *     Local usage notes</a>
 */
public final class LocalDynamoDb implements AutoCloseable {

  /** The Region that clients must name; DynamoDB Local keeps one set of tables for all of them. */
  public static final Region REGION = Region.US_EAST_1;

  private final EmbeddedServer server;

  private LocalDynamoDb(EmbeddedServer server) {
    this.server = server;
  }

  /**
   * Starts a database that is gone when it is closed.
   *
   * @throws LocalDynamoDbException when it cannot start
   */
  public static LocalDynamoDb inMemory() {
    return new LocalDynamoDb(EmbeddedServer.start(Optional.empty()));
  }

  /**
   * Starts a database that keeps its tables in a folder, which is made when it does not exist.
   *
   * <p>A write is on disk when it is answered: neither the end of this process, however sudden, nor
   * that of the machine loses it. The caller sees to it that no two databases work on one folder at
   * once.
   *
   * @throws LocalDynamoDbException when the folder cannot be written, or it cannot start
   */
  public static LocalDynamoDb onFolder(Path folder) {
    return new LocalDynamoDb(EmbeddedServer.start(Optional.of(folder)));
  }

  /** Where it answers, for example {@code http://127.0.0.1:40213}. */
  public URI endpoint() {
    return server.endpoint();
  }

  /** Makes clients of this database, which depend on nothing that the user has set up for AWS. */
  public EmulatorClients clients() {
    return EmulatorClients.of(endpoint()).withRegion(REGION);
  }

  /** A builder of DynamoDB clients of this database; the same as {@code clients()} configures. */
  public DynamoDbClientBuilder clientBuilder() {
    return clients().configure(DynamoDbClient.builder());
  }

  /**
   * A client that asks the database itself, without HTTP, signatures and JSON: quick, and past
   * whatever stands between other clients and the database. It can describe a table, get an item or
   * a batch, query and scan, and nothing else; the SDK's settings have no effect on it.
   */
  public DynamoDbClient directReads() {
    return server.reads();
  }

  /** Stops it and ends its threads. Repeating it changes nothing. */
  @Override
  public void close() {
    server.close();
  }
}
