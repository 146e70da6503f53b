package dev.students.truncation.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The work left in one pass over the table: segments to read, and batches of keys to delete.
 *
 * <p>Every worker does both. A worker reads a page only while fewer batches are waiting than there
 * are workers. This keeps the number of keys in memory below {@code workers × (25 + keys in a
 * page)} regardless of the table's size, and assigns more workers to the slower of the two tasks.
 *
 * <p>Thread-safe.
 */
final class PassWork {

  /** A task for a worker. */
  sealed interface Task {
    /** Reads the next page of a segment, then calls {@link PassWork#pageRead}. */
    record ReadPage(Segment segment) implements Task {}

    /** Deletes at most 25 items. */
    record DeleteBatch(List<Map<String, AttributeValue>> keys) implements Task {}
  }

  private final int workers;
  private final Deque<Segment> segments = new ArrayDeque<>();
  private final Deque<List<Map<String, AttributeValue>>> batches = new ArrayDeque<>();
  private int reading;
  private boolean abandoned;

  PassWork(int workers) {
    this.workers = workers;
    for (int number = 0; number < workers; number++) {
      segments.add(new Segment(number));
    }
  }

  /** Waits for the next task. Empty if there will be none. */
  synchronized Optional<Task> next() throws InterruptedException {
    while (!abandoned) {
      if (!segments.isEmpty() && batches.size() + reading < workers) {
        reading++;
        return Optional.of(new Task.ReadPage(segments.remove()));
      }
      if (!batches.isEmpty()) {
        return Optional.of(new Task.DeleteBatch(batches.remove()));
      }
      if (segments.isEmpty() && reading == 0) {
        return Optional.empty();
      }
      wait();
    }
    return Optional.empty();
  }

  /**
   * Adds the keys of a page and the key after which the segment continues, which is empty at its
   * end.
   */
  synchronized void pageRead(
      Segment segment,
      List<Map<String, AttributeValue>> keys,
      Map<String, AttributeValue> lastKey) {
    reading--;
    batches.addAll(segment.pageRead(keys, lastKey));
    if (!lastKey.isEmpty()) {
      segments.add(segment);
    }
    notifyAll();
  }

  /** Abandons the remaining work. */
  synchronized void abandon() {
    abandoned = true;
    notifyAll();
  }
}
