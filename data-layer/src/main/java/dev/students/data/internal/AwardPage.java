package dev.students.data.internal;

import dev.students.data.RecordedAward;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One page of award items, and the key after which the next page starts, which is empty on the last
 * page.
 */
public record AwardPage(List<Item> items, Map<String, AttributeValue> next) {

  /**
   * All awards. Pages are read on demand and items are parsed one by one, so that a malformed item
   * does not hide the others. The iterators are not thread-safe.
   */
  public static SdkIterable<RecordedAward> all(
      Function<Map<String, AttributeValue>, AwardPage> reader) {
    return () -> new LazyIterator(reader);
  }

  private static final class LazyIterator implements Iterator<RecordedAward> {

    private final Function<Map<String, AttributeValue>, AwardPage> reader;
    private Iterator<Item> items = Collections.emptyIterator();
    private Map<String, AttributeValue> next = Map.of();
    private boolean last;

    LazyIterator(Function<Map<String, AttributeValue>, AwardPage> reader) {
      this.reader = reader;
    }

    @Override
    public boolean hasNext() {
      while (!items.hasNext() && !last) {
        AwardPage page = reader.apply(next);
        items = page.items().iterator();
        next = page.next();
        last = next.isEmpty();
      }
      return items.hasNext();
    }

    @Override
    public RecordedAward next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ListAwards.award(items.next());
    }
  }
}
