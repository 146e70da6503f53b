package dev.students.spark.internal;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Works through sorted rows group by group, and gives what comes of each before the next one is
 * read. A group is an iterator itself: it is never held. Not thread-safe.
 */
abstract class Groups implements Iterator<Row> {

  private final Iterator<Row> rows;
  private final Function<Row, String> key;
  private final Queue<Row> results = new ArrayDeque<>();
  private @Nullable Row next;
  private boolean started;
  private boolean ended;

  Groups(Iterator<Row> rows, Function<Row, String> key) {
    this.rows = rows;
    this.key = key;
  }

  /** Judges a group; what the iterator is left with is skipped. */
  abstract void group(String group, Iterator<Row> members, Consumer<Row> result);

  /** Called after the last group. */
  abstract void end(Consumer<Row> result);

  @Override
  public boolean hasNext() {
    while (results.isEmpty() && !ended) {
      work();
    }
    return !results.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return results.remove();
  }

  private void work() {
    if (!started) {
      started = true;
      advance();
    }
    Row first = next;
    if (first == null) {
      ended = true;
      end(results::add);
      return;
    }
    Members members = new Members(key.apply(first));
    group(members.group, members, results::add);
    members.forEachRemaining(skipped -> {});
  }

  private void advance() {
    next = rows.hasNext() ? rows.next() : null;
  }

  /** The rows of one group. */
  private final class Members implements Iterator<Row> {

    private final String group;

    Members(String group) {
      this.group = group;
    }

    @Override
    public boolean hasNext() {
      return next != null && key.apply(next).equals(group);
    }

    @Override
    public Row next() {
      Row member = hasNext() ? next : null;
      if (member == null) {
        throw new NoSuchElementException();
      }
      advance();
      return member;
    }
  }
}
