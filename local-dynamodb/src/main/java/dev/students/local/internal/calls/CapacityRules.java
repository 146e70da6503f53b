package dev.students.local.internal.calls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * AWS's published rules for the cost of reading and writing items.
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

  /** The units of a strongly consistent read of the given size, at least one. */
  static long stronglyConsistentRead(long bytes) {
    return roundedUp(bytes, READ_UNIT);
  }

  static double eventuallyConsistentRead(long bytes) {
    return roundedUp(bytes, READ_UNIT) / 2.0;
  }

  /**
   * The units of a write to the table, based on the larger of the item's images before and after; a
   * nonexistent image is empty.
   */
  static long tableWrite(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    return roundedUp(Math.max(ItemSize.of(before), ItemSize.of(after)), WRITE_UNIT);
  }

  /** The units of the same write on an index: no, one or two writes of the index entry. */
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
   * The properties of an index that determine its cost.
   *
   * @param keyAttributes the key attributes; an item that lacks one of them has no entry
   * @param projected the other attributes of its entries, or empty for all attributes of the item
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
