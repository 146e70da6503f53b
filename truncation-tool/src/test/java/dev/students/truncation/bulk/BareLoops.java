package dev.students.truncation.bulk;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Minimal implementations to compare with, without retries or guards. */
final class BareLoops {

  private static final String KEYS = "pk, sk";

  private BareLoops() {}

  /**
   * One thread for each segment, which scans a page and deletes it in batches.
   *
   * @param units whether to request the consumed capacity
   */
  static void scanAndBatchDelete(
      DynamoDbClient dynamoDb, String table, int threads, ReturnConsumedCapacity units)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> segments =
          IntStream.range(0, threads)
              .<Callable<Void>>mapToObj(
                  segment -> () -> segment(dynamoDb, table, segment, threads, units))
              .toList();
      for (Future<Void> done : pool.invokeAll(segments)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static Void segment(
      DynamoDbClient dynamoDb,
      String table,
      int segment,
      int segments,
      ReturnConsumedCapacity units) {
    dynamoDb
        .scanPaginator(
            scan ->
                scan.tableName(table)
                    .segment(segment)
                    .totalSegments(segments)
                    .projectionExpression(KEYS)
                    .returnConsumedCapacity(units))
        .forEach(
            page -> {
              List<Map<String, AttributeValue>> keys = page.items();
              for (int i = 0; i < keys.size(); i += 25) {
                delete(dynamoDb, table, keys.subList(i, Math.min(i + 25, keys.size())), units);
              }
            });
    return null;
  }

  private static void delete(
      DynamoDbClient dynamoDb,
      String table,
      List<Map<String, AttributeValue>> keys,
      ReturnConsumedCapacity units) {
    dynamoDb.batchWriteItem(
        batch ->
            batch
                .returnConsumedCapacity(units)
                .requestItems(
                    Map.of(
                        table,
                        keys.stream()
                            .map(
                                key ->
                                    WriteRequest.builder()
                                        .deleteRequest(delete -> delete.key(key))
                                        .build())
                            .toList())));
  }

  /** One scan, and one DeleteItem for each item. */
  static void scanAndDelete(DynamoDbClient dynamoDb, String table) {
    dynamoDb
        .scanPaginator(scan -> scan.tableName(table).projectionExpression(KEYS))
        .items()
        .stream()
        .forEach(key -> dynamoDb.deleteItem(delete -> delete.tableName(table).key(key)));
  }
}
