package dev.students.reliability.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The items of one table with the keys {@code pk} and {@code sk} and the index {@code gsi1}. A
 * transaction holds its items while it is under way, so that another one, or a single write, on one
 * of them conflicts. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">DynamoDB
 *     transactions</a>
 */
final class MemoryTable {

  private static final int TOKENS_KEPT = 10_000;

  private final Map<ItemKey, Map<String, JsonNode>> items = new TreeMap<>();
  private final Set<ItemKey> held = new HashSet<>();
  private final Map<String, JsonNode> appliedTokens = new HashMap<>();
  private final LaggingIndex index;
  private final Runnable whileHeld;

  /**
   * An empty table.
   *
   * @param whileHeld what happens between the two phases of a transaction
   */
  MemoryTable(Random random, int longestLag, Runnable whileHeld) {
    this.index = new LaggingIndex(random, longestLag);
    this.whileHeld = whileHeld;
  }

  /** Another table with the same items, whose index is exact. */
  synchronized MemoryTable copy() {
    MemoryTable copy = new MemoryTable(new Random(0), 0, () -> {});
    items.forEach(copy::store);
    return copy;
  }

  synchronized @Nullable Map<String, JsonNode> get(ItemKey key) {
    return items.get(key);
  }

  /** The items that hold the condition, in the order of the index's or the table's keys. */
  synchronized List<Map<String, JsonNode>> find(boolean inIndex, Condition condition) {
    Map<ItemKey, Map<String, JsonNode>> source = inIndex ? index.read() : items;
    List<Map<String, JsonNode>> found = new ArrayList<>();
    for (Map<String, JsonNode> item : source.values()) {
      if (condition.holdsFor(item)) {
        found.add(item);
      }
    }
    return found;
  }

  /** A PutItem, UpdateItem or DeleteItem of its own. */
  synchronized void write(ItemWrite write) {
    if (held.contains(write.key())) {
      throw new ServiceError("TransactionConflictException", "Transaction is ongoing for the item");
    }
    Map<String, JsonNode> before = items.get(write.key());
    if (!write.conditionHolds(before)) {
      throw new ServiceError("ConditionalCheckFailedException", "The conditional request failed");
    }
    store(write.key(), write.after(before));
  }

  void transact(String token, JsonNode body, List<ItemWrite> writes) {
    if (!hold(token, body, writes)) {
      return;
    }
    whileHeld.run();
    synchronized (this) {
      writes.forEach(write -> held.remove(write.key()));
      apply(token, body, writes);
    }
  }

  /** Whether there is something to do, rather than a transaction that was applied before. */
  private synchronized boolean hold(String token, JsonNode body, List<ItemWrite> writes) {
    JsonNode earlier = appliedTokens.get(token);
    if (earlier != null) {
      if (!earlier.equals(body)) {
        throw new ServiceError(
            "IdempotentParameterMismatchException", "The token was used with other parameters");
      }
      return false;
    }
    ArrayNode reasons = JsonNodeFactory.instance.arrayNode();
    boolean conflict = false;
    for (ItemWrite write : writes) {
      boolean stands = held.contains(write.key());
      conflict |= stands;
      reasons.addObject().put("Code", stands ? "TransactionConflict" : "None");
    }
    if (conflict) {
      throw cancelled(reasons);
    }
    writes.forEach(write -> held.add(write.key()));
    return true;
  }

  private void apply(String token, JsonNode body, List<ItemWrite> writes) {
    ArrayNode reasons = JsonNodeFactory.instance.arrayNode();
    boolean failed = false;
    for (ItemWrite write : writes) {
      Map<String, JsonNode> before = items.get(write.key());
      boolean holds = write.conditionHolds(before);
      failed |= !holds;
      ObjectNode reason =
          reasons.addObject().put("Code", holds ? "None" : "ConditionalCheckFailed");
      if (!holds && before != null && write.returnsOldItem()) {
        reason.set("Item", json(before));
      }
    }
    if (failed) {
      throw cancelled(reasons);
    }
    Map<ItemKey, Map<String, JsonNode>> after = new HashMap<>();
    writes.forEach(write -> after.put(write.key(), write.after(items.get(write.key()))));
    after.forEach(this::store);
    if (appliedTokens.size() >= TOKENS_KEPT) {
      appliedTokens.clear();
    }
    appliedTokens.put(token, body);
  }

  private void store(ItemKey key, Map<String, JsonNode> after) {
    if (after.isEmpty()) {
      items.remove(key);
    } else {
      items.put(key, after);
    }
    index.follow(key, after);
  }

  private static ServiceError cancelled(ArrayNode reasons) {
    return new ServiceError(
        "TransactionCanceledException",
        "Transaction cancelled, please refer cancellation reasons for specific reasons",
        reasons);
  }

  static ObjectNode json(Map<String, JsonNode> item) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    item.forEach(json::set);
    return json;
  }
}
