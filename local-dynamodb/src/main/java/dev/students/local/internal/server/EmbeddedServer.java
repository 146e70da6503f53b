package dev.students.local.internal.server;

import dev.students.local.LocalDynamoDb;
import dev.students.local.LocalDynamoDbException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * The request handler of DynamoDB Local behind a different web server.
 *
 * <p>The server included in DynamoDB Local listens on every network interface, requires the port to
 * be chosen beforehand and prints a banner. This one listens on loopback only, on a port chosen by
 * the operating system.
 */
public final class EmbeddedServer implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  private final Server server;
  private final LocalDynamoDBServerHandler handler;
  private final URI endpoint;
  private final DynamoDbClient reads;

  private EmbeddedServer(
      Server server, LocalDynamoDBServerHandler handler, URI endpoint, DynamoDbClient reads) {
    this.server = server;
    this.handler = handler;
    this.endpoint = endpoint;
    this.reads = reads;
  }

  public static EmbeddedServer start(Optional<Path> folder) {
    folder.ifPresent(EmbeddedServer::createFolder);
    LocalDynamoDBServerHandler handler = null;
    Server server = new Server();
    try {
      LocalDynamoDBRequestHandler database = requestHandler(folder);
      handler = new LocalDynamoDBServerHandler(database, null);
      ServerConnector connector = new ServerConnector(server);
      connector.setHost(LOOPBACK);
      server.addConnector(connector);
      server.setHandler(folder.isPresent() ? onceStored(handler, database) : handler);
      server.start();
      URI endpoint = URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort());
      return new EmbeddedServer(server, handler, endpoint, new DirectReads(database));
    } catch (Exception e) {
      stop(server, handler);
      throw new LocalDynamoDbException("DynamoDB Local did not start: " + e.getMessage(), e);
    }
  }

  public URI endpoint() {
    return endpoint;
  }

  /** A client that reads the same tables without HTTP. */
  public DynamoDbClient reads() {
    return reads;
  }

  @Override
  public void close() {
    stop(server, handler);
  }

  private static LocalDynamoDBRequestHandler requestHandler(Optional<Path> folder) {
    boolean inMemory = folder.isEmpty();
    String path = folder.map(Path::toString).orElse(null);
    boolean sharedAmongRegions = true;
    boolean delayTransientStatuses = false;
    return new LocalDynamoDBRequestHandler(
        0, inMemory, path, sharedAmongRegions, delayTransientStatuses);
  }

  private static Handler onceStored(Handler handler, LocalDynamoDBRequestHandler database) {
    var anyQuery = ListTablesRequest.builder().limit(1).build();
    return new AnswersOnceStored(
        handler, () -> database.listTables("local", LocalDynamoDb.REGION.id(), anyQuery));
  }

  private static void createFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new LocalDynamoDbException("The data folder " + folder + " cannot be created.", e);
    }
  }

  private static void stop(Server server, @Nullable LocalDynamoDBServerHandler handler) {
    try {
      try {
        server.stop();
      } finally {
        if (handler != null) {
          handler.close();
        }
      }
    } catch (Exception e) {
      throw new LocalDynamoDbException("DynamoDB Local did not stop: " + e.getMessage(), e);
    }
  }
}
