package dev.students.truncation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One segment of a parallel scan and its position. Used by one worker at a time. */
final class Segment {

  private static final int KEYS_IN_A_BATCH = 25;

  private final int number;
  private Map<String, AttributeValue> lastKey = Map.of();
  private List<Map<String, AttributeValue>> rest = new ArrayList<>(KEYS_IN_A_BATCH);

  Segment(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /** The key after which the next page starts; empty for the first page. */
  Map<String, AttributeValue> lastKey() {
    return lastKey;
  }

  /**
   * Adds a page that was read.
   *
   * @param last the key after which the next page starts; empty if there is none
   * @return the keys in batches of 25; an incomplete batch waits for the next page unless this was
   *     the last
   */
  List<List<Map<String, AttributeValue>>> pageRead(
      List<Map<String, AttributeValue>> keys, Map<String, AttributeValue> last) {
    lastKey = last;
    List<List<Map<String, AttributeValue>>> batches = new ArrayList<>();
    for (Map<String, AttributeValue> key : keys) {
      rest.add(key);
      if (rest.size() == KEYS_IN_A_BATCH) {
        flushTo(batches);
      }
    }
    if (last.isEmpty() && !rest.isEmpty()) {
      flushTo(batches);
    }
    return batches;
  }

  private void flushTo(List<List<Map<String, AttributeValue>>> batches) {
    batches.add(rest);
    rest = new ArrayList<>(KEYS_IN_A_BATCH);
  }
}
