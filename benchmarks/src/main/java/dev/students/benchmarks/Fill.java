package dev.students.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Fills tables with the items that the store would write, without its transactions. */
final class Fill {

  private static final int BATCH = 25;

  private Fill() {}

  /** Students s0, s1 and so on with their reservations: two items each. */
  static void students(LocalTable table, int count) {
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
  }

  /** Awards of 1 XP each. */
  static void awards(LocalTable table, String student, String prefix, int count) {
    HandWritten parts = new HandWritten(table.name());
    AttributeValue now = HandWritten.now();
    write(table, count, i -> parts.putAward(student, prefix + "-" + i, 1, now).put().item());
  }

  private static void write(
      LocalTable table, int items, IntFunction<Map<String, AttributeValue>> item) {
    IntStream.range(0, (items + BATCH - 1) / BATCH)
        .parallel()
        .forEach(
            batch -> {
              List<WriteRequest> puts =
                  IntStream.range(batch * BATCH, Math.min(items, (batch + 1) * BATCH))
                      .mapToObj(item)
                      .map(each -> PutRequest.builder().item(each).build())
                      .map(put -> WriteRequest.builder().putRequest(put).build())
                      .toList();
              table
                  .client()
                  .batchWriteItem(write -> write.requestItems(Map.of(table.name(), puts)));
            });
  }
}
