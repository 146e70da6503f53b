package dev.students.data.internal;

import dev.students.data.RecordedAward;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One page of awards, and the key after which the next one starts; empty on the last page. */
public record AwardPage(List<RecordedAward> awards, Map<String, AttributeValue> next) {

  /** All awards, each page read when it is needed. The iterators are not thread-safe. */
  public static Iterable<RecordedAward> all(
      Function<Map<String, AttributeValue>, AwardPage> reader) {
    return () -> new LazyIterator(reader);
  }

  private static final class LazyIterator implements Iterator<RecordedAward> {

    private final Function<Map<String, AttributeValue>, AwardPage> reader;
    private Iterator<RecordedAward> awards = List.<RecordedAward>of().iterator();
    private Map<String, AttributeValue> next = Map.of();
    private boolean last;

    LazyIterator(Function<Map<String, AttributeValue>, AwardPage> reader) {
      this.reader = reader;
    }

    @Override
    public boolean hasNext() {
      while (!awards.hasNext() && !last) {
        AwardPage page = reader.apply(next);
        awards = page.awards().iterator();
        next = page.next();
        last = next.isEmpty();
      }
      return awards.hasNext();
    }

    @Override
    public RecordedAward next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return awards.next();
    }
  }
}
