package dev.students.reliability.hostile;

import dev.students.data.StudentStore;
import dev.students.reliability.memory.MemoryDynamoDb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A store on an empty table in memory, and a way past it. */
final class MemoryStore implements AutoCloseable {

  private static final String TABLE = "students";

  private MemoryDynamoDb memory = emptyTable();
  private final DynamoDbClient client =
      MemoryDynamoDb.clientBuilder()
          .httpClient(
              new SdkHttpClient() {
                @Override
                public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
                  return memory.prepareRequest(request);
                }

                @Override
                public void close() {}
              })
          .build();

  /** The store. */
  final StudentStore store = StudentStore.create(client, TABLE);

  /** Removes everything. */
  void clear() {
    memory = emptyTable();
  }

  /** What is there now, for {@link #become}. */
  MemoryDynamoDb contents() {
    return memory.copy();
  }

  /** Holds what was there at that time, and nothing else. */
  void become(MemoryDynamoDb contents) {
    memory = contents.copy();
  }

  private static MemoryDynamoDb emptyTable() {
    return new MemoryDynamoDb(new Random(0), 0, 1_000, () -> {});
  }

  void put(Map<String, AttributeValue> item) {
    client.putItem(put -> put.tableName(TABLE).item(item));
  }

  Map<String, AttributeValue> item(String pk, String sk) {
    Map<String, AttributeValue> key =
        Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
    return client.getItem(get -> get.tableName(TABLE).key(key)).item();
  }

  List<Map<String, AttributeValue>> items() {
    return new ArrayList<>(client.scan(scan -> scan.tableName(TABLE)).items());
  }

  @Override
  public void close() {
    client.close();
  }
}
