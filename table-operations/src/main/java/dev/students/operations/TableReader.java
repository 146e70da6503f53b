package dev.students.operations;

import dev.students.operations.internal.RequestSender;
import dev.students.operations.internal.SegmentedScan;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Reads a whole table in parallel, in bounded memory.
 *
 * <p>The table is read as segments of a parallel scan, a few at a time, which are handed on in the
 * order of their numbers: a table that does not change is read in the same order each time, with
 * the same number of segments. Each page holds at most 250 items or 1 MB; about three pages for
 * each segment under way are held.
 *
 * <p>It is no snapshot: items that are written meanwhile are read as they were before or after, and
 * two items that belong together may be read on different sides of a change.
 *
 * <p>Thread-safe; each reading has threads of its own. The client stays the caller's.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Scan.html#Scan.ParallelScan">Parallel
 *     scan</a>
 */
public final class TableReader implements ItemSource {

  private static final long BYTES_IN_A_SEGMENT = 512 * 1024;
  private static final int MOST_SEGMENTS = 16_384;

  private final DynamoDbClient client;
  private final String table;
  private final int concurrency;
  private final OptionalInt segments;
  private final boolean consistent;

  private TableReader(Builder builder) {
    this.client = builder.client;
    this.table = builder.table;
    this.concurrency = builder.concurrency;
    this.segments = builder.segments;
    this.consistent = builder.consistent;
  }

  /** A reader of that table: eventually consistent, 8 segments at a time. */
  public static TableReader create(DynamoDbClient client, String tableName) {
    return builder(client, tableName).build();
  }

  /** Starts a reader of that table. */
  public static Builder builder(DynamoDbClient client, String tableName) {
    return new Builder(client, tableName);
  }

  /** The client that it reads with. */
  public DynamoDbClient client() {
    return client;
  }

  /** The table that it reads. */
  public String tableName() {
    return table;
  }

  /** What reading the table will take, by its size as DynamoDB knows it (about six hours old). */
  public ReadEstimate estimate() {
    TableDescription description = describe();
    return ReadEstimate.of(description.itemCount(), description.tableSizeBytes(), consistent);
  }

  /**
   * {@inheritDoc}
   *
   * <p>An interrupt ends it with the SDK's {@code AbortedException}.
   */
  @Override
  public void forEach(Consumer<Map<String, AttributeValue>> consumer, ProgressListener listener) {
    int total = segments.orElseGet(this::suitableSegments);
    RequestSender sender = new RequestSender(concurrency);
    try (SegmentedScan scan =
        SegmentedScan.start(client, table, total, concurrency, consistent, sender)) {
      scan.forEach(consumer, listener);
    }
  }

  /** Small segments let several be read at once although they are handed on in order. */
  private int suitableSegments() {
    long wanted = describe().tableSizeBytes() / BYTES_IN_A_SEGMENT + 1;
    return (int) Math.min(MOST_SEGMENTS, Long.highestOneBit(wanted));
  }

  private TableDescription describe() {
    return client.describeTable(request -> request.tableName(table)).table();
  }

  /** Collects how to read. Not thread-safe. */
  public static final class Builder {

    private final DynamoDbClient client;
    private final String table;
    private int concurrency = 8;
    private OptionalInt segments = OptionalInt.empty();
    private boolean consistent;

    private Builder(DynamoDbClient client, String table) {
      this.client = client;
      this.table = table;
    }

    /** How many segments are read at once, 1 to 256; 8 unless set. Throttling lowers it. */
    public Builder concurrency(int number) {
      this.concurrency = Limits.within("concurrency", number, 1, 256);
      return this;
    }

    /** Into how many segments the table is divided, 1 to 16,384; by its size unless set. */
    public Builder segments(int number) {
      this.segments = OptionalInt.of(Limits.within("segments", number, 1, MOST_SEGMENTS));
      return this;
    }

    /**
     * Whether reads are strongly consistent, which costs twice as much; they are not unless set.
     */
    public Builder consistent(boolean strongly) {
      this.consistent = strongly;
      return this;
    }

    /** The reader. */
    public TableReader build() {
      return new TableReader(this);
    }
  }
}
