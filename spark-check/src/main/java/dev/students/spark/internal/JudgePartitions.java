package dev.students.spark.internal;

import dev.students.operations.CheckRules;
import dev.students.operations.PartitionVerdict;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Judges items by partition key; what they say about addresses goes on to {@link JudgeAddresses}.
 */
public final class JudgePartitions implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<Row> call(Iterator<Row> lines) {
    return new Groups(lines, LineRow::partition) {
      private long items;

      @Override
      void group(String partition, Iterator<Row> members, Consumer<Row> result) {
        PartitionVerdict verdict = CheckRules.partition(new LatestItems(members));
        items += verdict.items();
        verdict.findings().forEach(finding -> result.accept(JudgedRow.of(finding, partition)));
        verdict.claims().forEach(claim -> result.accept(JudgedRow.of(claim)));
      }

      @Override
      void end(Consumer<Row> result) {
        result.accept(JudgedRow.ofItems(items));
      }
    };
  }

  /** What items have become: of lines about one item, which are in order, the last one holds. */
  private static final class LatestItems implements Iterator<Map<String, AttributeValue>> {

    private final Iterator<Row> lines;
    private @Nullable Row line;
    private @Nullable Map<String, AttributeValue> next;

    LatestItems(Iterator<Row> lines) {
      this.lines = lines;
      this.line = lines.hasNext() ? lines.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (next == null && line != null) {
        next = LineRow.line(lastOfItem(line)).item().orElse(null);
      }
      return next != null;
    }

    /** The last line about that item; the one after it becomes the current one. */
    private Row lastOfItem(Row first) {
      Row last = first;
      String sort = LineRow.sort(first);
      line = null;
      while (line == null && lines.hasNext()) {
        Row following = lines.next();
        if (LineRow.sort(following).equals(sort)) {
          last = following;
        } else {
          line = following;
        }
      }
      return last;
    }

    @Override
    public Map<String, AttributeValue> next() {
      Map<String, AttributeValue> item = hasNext() ? next : null;
      if (item == null) {
        throw new NoSuchElementException();
      }
      next = null;
      return item;
    }
  }
}
