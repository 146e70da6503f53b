package dev.students.truncation;

import dev.students.truncation.internal.CountingRun;
import dev.students.truncation.internal.Settings;
import dev.students.truncation.internal.TableGuards;
import dev.students.truncation.internal.TruncationRun;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Deletes every item of one table, for which there must be a {@link TruncationPermit}.
 *
 * <p>It scans keys in parallel segments and deletes them in batches of 25, with a bounded number of
 * keys in memory whatever the table's size. It knows the table only by what DescribeTable says. It
 * needs the IAM actions {@code dynamodb:DescribeTable}, {@code dynamodb:Scan} and {@code
 * dynamodb:BatchWriteItem} on the table, and on nothing else.
 *
 * <p>Stops cleanly when its time is over, or the calling thread is interrupted: requests under way
 * are answered first, and the result says what was done. Running it again resumes. Two at once are
 * harmless.
 *
 * <p>The client's own retries stay in force; what they give up, the truncation tries again with
 * full jitter. Throttling, also that which the SDK's retries hide, lowers its concurrency.
 *
 * <p>Immutable; {@link #run} and {@link #dryRun} may be called again.
 */
public final class TableTruncation {

  private final DynamoDbClient dynamoDb;
  private final TableGuards guards;
  private final Settings settings;
  private final UnitPrices prices;

  private TableTruncation(Builder builder) {
    dynamoDb = builder.dynamoDb;
    guards =
        new TableGuards(
            builder.permit, builder.confirmedName, builder.acceptStream, builder.acceptReplicas);
    settings =
        new Settings(
            builder.concurrency,
            builder.timeLimit,
            builder.listener,
            builder.progressInterval,
            builder.permit.tableArn().isPresent());
    prices = builder.prices;
  }

  /**
   * Starts to configure a truncation.
   *
   * @param dynamoDb a client that reaches the table; it is not closed
   * @param permit for the table
   * @param confirmedTableName the name of the table, given again as a confirmation
   */
  public static Builder builder(
      DynamoDbClient dynamoDb, TruncationPermit permit, String confirmedTableName) {
    return new Builder(dynamoDb, permit, confirmedTableName);
  }

  /**
   * Truncates the table. Blocks until done or stopped.
   *
   * @throws TruncationRefusedException when a guard stands in the way; nothing was read
   * @throws TruncationFailedException when a request failed for good; it says what had been done
   * @throws software.amazon.awssdk.core.exception.SdkException when the table cannot be described
   */
  public TruncationResult run() {
    return new TruncationRun(dynamoDb, guards.check(dynamoDb), settings).run();
  }

  /**
   * Counts the items, behind the same guards, and estimates what a truncation would take. It reads
   * the whole table, which costs what the scan of a truncation costs.
   *
   * @throws TruncationRefusedException as {@link #run} would
   * @throws TruncationFailedException when a request failed for good
   * @throws software.amazon.awssdk.core.exception.SdkException when the table cannot be described
   */
  public TruncationEstimate dryRun() {
    return new CountingRun(dynamoDb, guards.check(dynamoDb), settings, prices).run();
  }

  /** The options of a truncation. Not thread-safe. */
  public static final class Builder {

    private final DynamoDbClient dynamoDb;
    private final TruncationPermit permit;
    private final String confirmedName;
    private boolean acceptStream;
    private boolean acceptReplicas;
    private int concurrency = 8;
    private Duration timeLimit = Settings.NO_TIME_LIMIT;
    private Duration progressInterval = Duration.ofSeconds(1);
    private TruncationListener listener = progress -> {};
    private UnitPrices prices = UnitPrices.US_EAST_1_ON_DEMAND;

    private Builder(DynamoDbClient dynamoDb, TruncationPermit permit, String confirmedName) {
      this.dynamoDb = dynamoDb;
      this.permit = permit;
      this.confirmedName = confirmedName;
    }

    /** The table may have a stream: its readers will see every deletion. */
    public Builder acceptStream() {
      acceptStream = true;
      return this;
    }

    /** The table may have replicas in other Regions: they will be truncated too. */
    public Builder acceptReplicas() {
      acceptReplicas = true;
      return this;
    }

    /**
     * Requests under way at once, at most: threads, and segments of the scan. 1 to 256; 8 unless
     * said.
     */
    public Builder concurrency(int requests) {
      concurrency = requests;
      return this;
    }

    /** When to stop, after the start; at most a year. No limit by default. */
    public Builder timeLimit(Duration limit) {
      timeLimit = limit;
      return this;
    }

    /** Receives progress. */
    public Builder listener(TruncationListener newListener) {
      listener = newListener;
      return this;
    }

    /** How often to report progress; every second by default, no more than ten times a second. */
    public Builder progressInterval(Duration interval) {
      progressInterval = interval;
      return this;
    }

    /** The prices for a dry run's estimate; those of us-east-1 on demand by default. */
    public Builder prices(UnitPrices newPrices) {
      prices = newPrices;
      return this;
    }

    /**
     * The truncation; no request is sent yet.
     *
     * @throws InvalidTruncationException when a value is outside its limits
     */
    public TableTruncation build() {
      return new TableTruncation(this);
    }
  }
}
