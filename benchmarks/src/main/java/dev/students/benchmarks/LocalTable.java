package dev.students.benchmarks;

import dev.students.data.StudentTable;
import dev.students.local.EmulatorClients;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A table on DynamoDB Local, deleted when it is closed. The client stays its owner's. */
record LocalTable(DynamoDbClient client, String name) implements AutoCloseable {

  static LocalTable create(DynamoDbClient client) {
    String name = "students-" + UUID.randomUUID();
    client.createTable(StudentTable.createTableRequest(name));
    return new LocalTable(client, name);
  }

  /**
   * Apache's HTTP client, since the JDK's own waits a millisecond for the end of a connection
   * before each use but the first, which would hide the rest.
   */
  static DynamoDbClient client(URI endpoint) {
    return client(endpoint, apache5());
  }

  /** The same across a network on which each request takes longer by the time of a round trip. */
  static DynamoDbClient client(URI endpoint, Duration roundTrip) {
    SdkHttpClient http = apache5().build();
    return EmulatorClients.of(endpoint)
        .configure(DynamoDbClient.builder())
        .httpClientBuilder(defaults -> new RoundTrip(http, roundTrip))
        .build();
  }

  static DynamoDbClient client(URI endpoint, SdkHttpClient.Builder<?> http) {
    return EmulatorClients.of(endpoint)
        .configure(DynamoDbClient.builder())
        .httpClientBuilder(http)
        .build();
  }

  private static Apache5HttpClient.Builder apache5() {
    return Apache5HttpClient.builder().maxConnections(300);
  }

  @Override
  public void close() {
    client.deleteTable(delete -> delete.tableName(name));
  }
}
