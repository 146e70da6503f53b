package dev.students.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Fills tables with the items that the store would write, without its transactions. */
final class Fill {

  /** Requests in flight. */
  static final int CONCURRENCY = 4;

  private static final int BATCH = 25;

  private Fill() {}

  /**
   * Students s0, s1 and so on with their reservations: two items each.
   *
   * @return the number of items
   */
  static int students(LocalTable table, int count) {
    HandWritten parts = new HandWritten(table.name());
    write(
        table,
        2 * count,
        i -> {
          String id = "s" + i / 2;
          String email = id + "@example.org";
          TransactWriteItem item =
              i % 2 == 0 ? parts.putStudent(id, email) : parts.claim(id, email);
          return item.put().item();
        });
    return 2 * count;
  }

  /** Awards of 1 XP each. */
  static void awards(LocalTable table, String student, String prefix, int count) {
    HandWritten parts = new HandWritten(table.name());
    AttributeValue now = HandWritten.now();
    write(table, count, i -> parts.putAward(student, prefix + "-" + i, 1, now).put().item());
  }

  private static void write(
      LocalTable table, int items, IntFunction<Map<String, AttributeValue>> item) {
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(CONCURRENCY);
    try {
      List<CompletableFuture<Void>> loops =
          Stream.generate(
                  () ->
                      CompletableFuture.runAsync(
                          () -> writeBatches(table, items, item, next), threads))
              .limit(CONCURRENCY)
              .toList();
      loops.forEach(CompletableFuture::join);
    } finally {
      threads.shutdown();
    }
  }

  /** Takes the next batch as long as there is one. */
  private static void writeBatches(
      LocalTable table,
      int items,
      IntFunction<Map<String, AttributeValue>> item,
      AtomicInteger next) {
    for (int first = next.getAndAdd(BATCH); first < items; first = next.getAndAdd(BATCH)) {
      List<WriteRequest> puts =
          IntStream.range(first, Math.min(items, first + BATCH))
              .mapToObj(item)
              .map(each -> PutRequest.builder().item(each).build())
              .map(put -> WriteRequest.builder().putRequest(put).build())
              .toList();
      table.client().batchWriteItem(write -> write.requestItems(Map.of(table.name(), puts)));
    }
  }
}
