package dev.students.reliability.memory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;

/**
 * The index {@code gsi1}: it follows the table in order, some changes behind. How many are caught
 * up with before a read is up to a seeded generator. Guarded by the table's lock.
 */
final class LaggingIndex {

  private record Change(ItemKey key, Map<String, JsonNode> after) {}

  private final Map<ItemKey, Map<String, JsonNode>> items = new TreeMap<>();
  private final Queue<Change> pending = new ArrayDeque<>();
  private final Random random;
  private final int longestLag;

  /**
   * An empty index.
   *
   * @param longestLag how many changes it may be behind; 0 for none
   */
  LaggingIndex(Random random, int longestLag) {
    this.random = random;
    this.longestLag = longestLag;
  }

  void follow(ItemKey key, Map<String, JsonNode> after) {
    pending.add(new Change(key, after));
  }

  Map<ItemKey, Map<String, JsonNode>> read() {
    int behind = longestLag == 0 ? 0 : random.nextInt(longestLag + 1);
    while (pending.size() > behind) {
      Change change = pending.remove();
      if (change.after().containsKey("gsi1_pk") && change.after().containsKey("gsi1_sk")) {
        items.put(change.key(), change.after());
      } else {
        items.remove(change.key());
      }
    }
    return items;
  }
}
