package dev.students.reliability.model;

import dev.students.data.StudentTable;
import dev.students.local.LocalDynamoDb;
import dev.students.reliability.memory.MemoryDynamoDb;
import java.util.Random;
import java.util.UUID;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * An empty table, and the way to it.
 *
 * @param table its name
 * @param builder of clients, without an HTTP client
 * @param http the HTTP client
 * @param indexIsExact whether the index shows each change at once
 */
record World(
    String table, DynamoDbClientBuilder builder, SdkHttpClient http, boolean indexIsExact) {

  /** A table of its own on DynamoDB Local. */
  static World onDynamoDbLocal(LocalDynamoDb local) {
    String table = "students-" + UUID.randomUUID();
    SdkHttpClient http = UrlConnectionHttpClient.create();
    World world = new World(table, builder(local), http, true);
    try (DynamoDbClient client = world.client()) {
      client.createTable(StudentTable.createTableRequest(table));
    }
    return world;
  }

  /**
   * A table in memory whose pages end after three items and whose index lags by up to four changes.
   */
  static World inMemory(long seed) {
    MemoryDynamoDb memory = new MemoryDynamoDb(new Random(seed), 4, 3, () -> {});
    return new World("students", MemoryDynamoDb.clientBuilder(), memory, false);
  }

  private static DynamoDbClientBuilder builder(LocalDynamoDb local) {
    return local.clientBuilder().httpClientBuilder(null);
  }

  /** A client without faults. */
  DynamoDbClient client() {
    return builder.httpClient(http).build();
  }
}
