package dev.students.cli.internal.targets;

import dev.students.truncation.EndpointHost;
import dev.students.truncation.TruncationPermit;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB, or an emulator of it, at an address, with an existing table. */
public record Endpoint(URI uri, String table) implements TableTarget {

  private static final int NO_PORT = -1;
  private static final int MAX_PORT = 65535;

  /** The reason why the address cannot be that of an endpoint; empty if it can. */
  public static Optional<String> flaw(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of("must begin with http:// or https://");
    }
    if (uri.getHost() == null) {
      return Optional.of("must name a host, as in http://localhost:8000");
    }
    if (uri.getUserInfo() != null) {
      return Optional.of("must not hold a password");
    }
    boolean port = uri.getPort() == NO_PORT || (uri.getPort() > 0 && uri.getPort() <= MAX_PORT);
    return port ? Optional.empty() : Optional.of("must have a port of 1 to 65535, or none");
  }

  @Override
  public String kind() {
    return "endpoint";
  }

  @Override
  public String location() {
    return "at " + uri;
  }

  @Override
  public String whenSilent() {
    return "Check the address, and that it is running.";
  }

  @Override
  public OpenTarget open(WriteObserver observer) {
    AwsClients clients = new AwsClients(observer);
    Optional<EndpointHost> host = EndpointHost.of(uri);
    DynamoDbClient client =
        host.filter(EndpointHost::isAws).isPresent()
            ? clients.ofAws(uri)
            : clients.ofEmulator(uri, host.filter(EndpointHost::isLoopback).isPresent());
    return new OpenEndpoint(this, client);
  }

  private record OpenEndpoint(Endpoint endpoint, DynamoDbClient client) implements OpenTarget {

    @Override
    public String description() {
      return "endpoint " + endpoint.uri + ", table " + endpoint.table;
    }

    @Override
    public String tableName() {
      return endpoint.table;
    }

    @Override
    public boolean isBilled() {
      return EndpointHost.of(endpoint.uri).filter(EndpointHost::isAws).isPresent();
    }

    @Override
    public TruncationPermit truncationPermit(Optional<String> emulatorHost) {
      return emulatorHost
          .map(host -> TruncationPermit.forEmulator(endpoint.uri, endpoint.table, host))
          .orElseGet(() -> TruncationPermit.forEmulator(endpoint.uri, endpoint.table));
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
