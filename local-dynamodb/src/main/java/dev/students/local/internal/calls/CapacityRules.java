package dev.students.local.internal.calls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * AWS's published rules of what reading and writing items costs.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">DynamoDB
 *     read and write operations</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.ThroughputConsiderations.Writes">Global
 *     secondary indexes: write capacity units</a>
 */
final class CapacityRules {

  private static final long READ_UNIT = 4096;
  private static final long WRITE_UNIT = 1024;

  private CapacityRules() {}

  /** A strongly consistent read of so many bytes; nothing found costs as much as one unit. */
  static long stronglyConsistentRead(long bytes) {
    return roundedUp(bytes, READ_UNIT);
  }

  static double eventuallyConsistentRead(long bytes) {
    return roundedUp(bytes, READ_UNIT) / 2.0;
  }

  /** A write on the table: the larger of the item's images, an absent one being empty. */
  static long tableWrite(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    return roundedUp(Math.max(ItemSize.of(before), ItemSize.of(after)), WRITE_UNIT);
  }

  /** What the same write costs on an index: none, one or two writes of the index's entry. */
  static long indexWrite(
      Index index, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    Map<String, AttributeValue> old = index.entry(before);
    Map<String, AttributeValue> fresh = index.entry(after);
    if (old.equals(fresh)) {
      return 0;
    }
    boolean moved = !old.isEmpty() && !fresh.isEmpty() && !index.key(old).equals(index.key(fresh));
    return moved ? tableWrite(old, Map.of()) + tableWrite(Map.of(), fresh) : tableWrite(old, fresh);
  }

  private static long roundedUp(long bytes, long unit) {
    return Math.max(1, (bytes + unit - 1) / unit);
  }

  /**
   * An index, for what it costs.
   *
   * @param keyAttributes its key's attributes; an item without one of them has no entry
   * @param projected the attributes of its entries besides, or empty for all of the item's
   */
  record Index(List<String> keyAttributes, java.util.Optional<List<String>> projected) {

    Map<String, AttributeValue> entry(Map<String, AttributeValue> item) {
      if (!item.keySet().containsAll(keyAttributes)) {
        return Map.of();
      }
      Map<String, AttributeValue> entry = new HashMap<>(item);
      projected.ifPresent(
          attributes ->
              entry.keySet().removeIf(a -> !attributes.contains(a) && !keyAttributes.contains(a)));
      return entry;
    }

    Map<String, AttributeValue> key(Map<String, AttributeValue> entry) {
      Map<String, AttributeValue> key = new HashMap<>(entry);
      key.keySet().retainAll(keyAttributes);
      return key;
    }
  }
}
