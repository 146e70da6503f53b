package dev.students.reliability.model;

import dev.students.data.StudentTable;
import dev.students.local.LocalDynamoDb;
import dev.students.reliability.memory.MemoryDynamoDb;
import java.util.Random;
import java.util.UUID;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * An empty table, and the ways to it.
 *
 * @param table its name
 * @param builder of clients, without an HTTP client
 * @param http the HTTP client
 * @param reads reads the table by the shortest way
 * @param indexIsExact whether the index shows each change at once
 */
record World(
    String table,
    DynamoDbClientBuilder builder,
    SdkHttpClient http,
    DynamoDbClient reads,
    boolean indexIsExact) {

  private static final int PAGE_SIZE = 3;
  private static final int LONGEST_LAG = 4;

  /** A table whose index is exact, which is read as it is written. */
  static World of(String table, DynamoDbClientBuilder builder, SdkHttpClient http) {
    return new World(table, builder, http, builder.httpClient(http).build(), true);
  }

  /** A table of its own on DynamoDB Local. */
  static World onDynamoDbLocal(LocalDynamoDb local) {
    String table = "students-" + UUID.randomUUID();
    SdkHttpClient http = LocalDynamoDb.httpClientBuilder().build();
    DynamoDbClientBuilder builder = local.clientBuilder().httpClientBuilder(null);
    try (DynamoDbClient client = builder.httpClient(http).build()) {
      client.createTable(StudentTable.createTableRequest(table));
    }
    return new World(table, builder, http, local.directReads(), true);
  }

  /** A table in memory whose pages are short and whose index lags by some changes. */
  static World inMemory(long seed) {
    MemoryDynamoDb memory = new MemoryDynamoDb(new Random(seed), LONGEST_LAG, PAGE_SIZE, () -> {});
    DynamoDbClient reads =
        MemoryDynamoDb.clientBuilder().httpClient(memory.withPagesOf(1_000)).build();
    return new World("students", MemoryDynamoDb.clientBuilder(), memory, reads, false);
  }
}
