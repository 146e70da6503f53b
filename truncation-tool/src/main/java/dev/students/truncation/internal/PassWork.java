package dev.students.truncation.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is left to do in one pass over the table: segments to read on, and batches of keys to
 * delete.
 *
 * <p>Every worker does both. One reads a page only while fewer batches wait than there are workers,
 * so the keys in memory stay below {@code workers × (25 + keys in a page)}, whatever the table's
 * size, and whichever of reading and deleting is the slower gets more of the workers.
 *
 * <p>Thread-safe.
 */
final class PassWork {

  /** A task for a worker. */
  sealed interface Task {
    /** Read the next page of a segment, then report to {@link PassWork#pageRead}. */
    record ReadPage(Segment segment) implements Task {}

    /** Delete at most 25 items. */
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

  /** Waits for a task; empty when none will come. */
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

  /** Takes the keys of a page, and where the segment goes on; empty at its end. */
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

  /** Leaves the rest undone. */
  synchronized void abandon() {
    abandoned = true;
    notifyAll();
  }
}
