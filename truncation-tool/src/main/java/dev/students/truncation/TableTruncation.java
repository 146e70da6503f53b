package dev.students.truncation;

import dev.students.truncation.internal.CountingRun;
import dev.students.truncation.internal.Settings;
import dev.students.truncation.internal.TableGuards;
import dev.students.truncation.internal.TruncationRun;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Deletes every item of one table, for which a {@link TruncationPermit} is required.
 *
 * <p>It scans keys in parallel segments and deletes them in batches of 25, and keeps a bounded
 * number of keys in memory regardless of the table's size. Everything it knows about the table
 * comes from DescribeTable. It needs the IAM actions {@code dynamodb:DescribeTable}, {@code
 * dynamodb:Scan} and {@code dynamodb:BatchWriteItem} on the table, and no others.
 *
 * <p>It stops cleanly when its time limit is reached or the calling thread is interrupted: it waits
 * for the requests in flight, and the result states what was done. Running it again resumes. Two
 * concurrent truncations do no harm.
 *
 * <p>The client's own retries stay in effect; when they are exhausted, the truncation retries with
 * full jitter. Throttling, including throttling hidden by the SDK's retries, reduces its
 * concurrency.
 *
 * <p>Immutable; {@link #run} and {@link #dryRun} may be called repeatedly.
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
   * @param permit the permit for the table
   * @param confirmedTableName the name of the table, repeated as a confirmation
   */
  public static Builder builder(
      DynamoDbClient dynamoDb, TruncationPermit permit, String confirmedTableName) {
    return new Builder(dynamoDb, permit, confirmedTableName);
  }

  /**
   * Truncates the table. Blocks until it is done or stopped.
   *
   * @throws TruncationRefusedException if a guard refuses it; no item was read
   * @throws TruncationFailedException if a request failed permanently; it states what had been done
   * @throws software.amazon.awssdk.core.exception.SdkException if the table cannot be described
   */
  public TruncationResult run() {
    return new TruncationRun(dynamoDb, guards.check(dynamoDb), settings).run();
  }

  /**
   * Counts the items, subject to the same guards, and estimates the cost and time of a truncation.
   * It reads the whole table, which costs as much as the scan of a truncation.
   *
   * @throws TruncationRefusedException if a guard refuses it, as for {@link #run}
   * @throws TruncationFailedException if a request failed permanently
   * @throws software.amazon.awssdk.core.exception.SdkException if the table cannot be described
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

    /** Allows the table to have a stream, whose consumers receive every deletion. */
    public Builder acceptStream() {
      acceptStream = true;
      return this;
    }

    /** Allows the table to have replicas in other Regions, which are truncated as well. */
    public Builder acceptReplicas() {
      acceptReplicas = true;
      return this;
    }

    /**
     * Sets the maximum number of concurrent requests, which is also the number of threads and of
     * segments of the scan: 1 to 256. The default is 8.
     */
    public Builder concurrency(int requests) {
      concurrency = requests;
      return this;
    }

    /** Sets the time after which to stop, at most a year. There is no limit by default. */
    public Builder timeLimit(Duration limit) {
      timeLimit = limit;
      return this;
    }

    /** Sets the listener that receives progress. */
    public Builder listener(TruncationListener newListener) {
      listener = newListener;
      return this;
    }

    /** Sets the interval between progress reports: at least 100 ms. The default is one second. */
    public Builder progressInterval(Duration interval) {
      progressInterval = interval;
      return this;
    }

    /**
     * Sets the prices for the estimate of a dry run. The default is the on-demand prices of
     * us-east-1.
     */
    public Builder prices(UnitPrices newPrices) {
      prices = newPrices;
      return this;
    }

    /**
     * Creates the truncation, without sending a request.
     *
     * @throws InvalidTruncationException if a value is outside its limits
     */
    public TableTruncation build() {
      return new TableTruncation(this);
    }
  }
}
