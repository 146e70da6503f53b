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
 * <p>The table is read in segments of a parallel scan, several at a time, which are delivered in
 * the order of their numbers. A table that does not change is therefore read in the same order each
 * time, given the same number of segments. Each page contains at most 250 items or 1 MB; about
 * three pages are held for each segment in progress.
 *
 * <p>It is not a snapshot: items that are written concurrently are read in their state before or
 * after the write, and related items may be read on different sides of a change.
 *
 * <p>Thread-safe; each read uses its own threads. The client is not closed.
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

  /** Returns a reader of a table: eventually consistent, 8 segments at a time. */
  public static TableReader create(DynamoDbClient client, String tableName) {
    return builder(client, tableName).build();
  }

  /** Starts building a reader of a table. */
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

  /**
   * Estimates the cost of reading the table, based on its size as known to DynamoDB (up to about
   * six hours old).
   */
  public ReadEstimate estimate() {
    TableDescription description = describe();
    return ReadEstimate.of(description.itemCount(), description.tableSizeBytes(), consistent);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Interrupting the thread ends it with the SDK's {@code AbortedException}.
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

  /** Small segments allow several to be read concurrently although they are delivered in order. */
  private int suitableSegments() {
    long wanted = describe().tableSizeBytes() / BYTES_IN_A_SEGMENT + 1;
    return (int) Math.min(MOST_SEGMENTS, Long.highestOneBit(wanted));
  }

  private TableDescription describe() {
    return client.describeTable(request -> request.tableName(table)).table();
  }

  /** Builds a reader. Not thread-safe. */
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

    /**
     * Sets the number of segments read concurrently, 1 to 256. The default is 8. Throttling lowers
     * it.
     */
    public Builder concurrency(int number) {
      this.concurrency = Limits.within("concurrency", number, 1, 256);
      return this;
    }

    /**
     * Sets the number of segments of the table, 1 to 16,384. By default it depends on the table's
     * size.
     */
    public Builder segments(int number) {
      this.segments = OptionalInt.of(Limits.within("segments", number, 1, MOST_SEGMENTS));
      return this;
    }

    /**
     * Sets whether reads are strongly consistent, which costs twice as much. By default they are
     * not.
     */
    public Builder consistent(boolean strongly) {
      this.consistent = strongly;
      return this;
    }

    /** Creates the reader. */
    public TableReader build() {
      return new TableReader(this);
    }
  }
}
