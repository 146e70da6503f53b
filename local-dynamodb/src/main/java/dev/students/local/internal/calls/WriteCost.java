package dev.students.local.internal.calls;

import dev.students.local.CapacityUnits;
import dev.students.local.internal.calls.UnitCount.Counting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * The units of one write call, computed from its items before and after the call.
 *
 * <p>A transaction writes each item twice, to prepare and to commit; indexes are updated
 * asynchronously afterwards, at the cost of an ordinary write. The result is empty for a cancelled
 * transaction, because AWS publishes no rule for it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-capacity-handling">Capacity
 *     management for transactions</a>
 */
final class WriteCost implements Counting {

  private static final Map<String, AttributeValue> ABSENT = Map.of();

  private final List<Write> writes;
  private final int writesOfTheTable;
  private final TableShapes shapes;
  private final Items items;
  private final Map<ItemKey, Map<String, AttributeValue>> before;

  private WriteCost(List<Write> writes, int writesOfTheTable, TableShapes shapes, Items items) {
    this.writes = writes;
    this.writesOfTheTable = writesOfTheTable;
    this.shapes = shapes;
    this.items = items;
    this.before = items.read(writes.stream().map(this::key).toList());
  }

  static WriteCost start(
      DynamoDbRequest request, List<Write> writes, TableShapes shapes, Items items) {
    int writesOfTheTable = request instanceof TransactWriteItemsRequest ? 2 : 1;
    return new WriteCost(writes, writesOfTheTable, shapes, items);
  }

  @Override
  public Optional<CapacityUnits> end(DynamoDbResponse response) {
    List<Write> done = done(response);
    Map<ItemKey, Map<String, AttributeValue>> updated =
        items.read(
            done.stream().filter(w -> w.kind() == Write.Kind.UPDATE).map(this::key).toList());
    return units(done.stream().mapToLong(write -> cost(write, updated)).sum());
  }

  @Override
  public Optional<CapacityUnits> failed(Throwable failure) {
    if (!(failure instanceof ConditionalCheckFailedException)) {
      return Optional.empty();
    }
    Write write = writes.get(0);
    Map<String, AttributeValue> wanted = write.kind() == Write.Kind.PUT ? write.place() : ABSENT;
    return units(CapacityRules.tableWrite(imageBefore(write), wanted));
  }

  private long cost(Write write, Map<ItemKey, Map<String, AttributeValue>> updated) {
    Map<String, AttributeValue> old = imageBefore(write);
    Map<String, AttributeValue> fresh =
        switch (write.kind()) {
          case PUT -> write.place();
          case UPDATE -> updated.getOrDefault(key(write), ABSENT);
          case DELETE -> ABSENT;
          case CONDITION_CHECK -> old;
        };
    long onIndexes =
        shapes.of(write.table()).indexes().stream()
            .mapToLong(index -> CapacityRules.indexWrite(index, old, fresh))
            .sum();
    return writesOfTheTable * CapacityRules.tableWrite(old, fresh) + onIndexes;
  }

  private Map<String, AttributeValue> imageBefore(Write write) {
    return before.getOrDefault(key(write), ABSENT);
  }

  private ItemKey key(Write write) {
    return new ItemKey(write.table(), shapes.of(write.table()).keyOf(write.place()));
  }

  private List<Write> done(DynamoDbResponse response) {
    if (response instanceof BatchWriteItemResponse batch && batch.hasUnprocessedItems()) {
      List<Write> left = Write.ofBatch(batch.unprocessedItems());
      return writes.stream().filter(write -> !left.contains(write)).toList();
    }
    return writes;
  }

  private static Optional<CapacityUnits> units(long write) {
    return Optional.of(new CapacityUnits(0, write, CapacityUnits.Source.COMPUTED));
  }
}
