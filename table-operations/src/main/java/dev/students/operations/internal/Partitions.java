package dev.students.operations.internal;

import dev.students.data.StudentTable;
import dev.students.operations.ItemSource;
import dev.students.operations.ProgressListener;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Detects the boundaries between the partitions of a source. Not thread-safe. */
public abstract class Partitions implements Consumer<Map<String, AttributeValue>> {

  private @Nullable AttributeValue current;

  /** Reads a source to its end. */
  public final void readFrom(ItemSource source, ProgressListener listener) {
    source.forEach(this, listener);
    endOfLast();
  }

  @Override
  public final void accept(Map<String, AttributeValue> item) {
    AttributeValue partition = item.get(StudentTable.PARTITION_KEY);
    if (!Objects.equals(partition, current)) {
      endOfLast();
      current = partition;
    }
    item(item);
  }

  private void endOfLast() {
    if (current != null) {
      end();
      current = null;
    }
  }

  /** Called for each item. */
  protected abstract void item(Map<String, AttributeValue> item);

  /** Called after the last item of a partition. */
  protected abstract void end();
}
