package dev.students.truncation.internal;

import dev.students.requests.ConcurrencyLimit;
import dev.students.truncation.Ending;
import dev.students.truncation.TruncationEstimate;
import dev.students.truncation.TruncationFailedException;
import dev.students.truncation.TruncationResult;
import dev.students.truncation.UnitPrices;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableWarmThroughputDescription;

/** A dry run: counts the items of a table and estimates the cost and time of truncating it. */
public final class CountingRun {

  /** The number of bytes that one read unit reads with eventual consistency. */
  private static final double BYTES_PER_READ_UNIT = 2 * 4096;

  private static final int BYTES_PER_WRITE_UNIT = 1024;

  /**
   * The initial write throughput of an on-demand table.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html">Initial
   *     throughput for on-demand capacity mode</a>
   */
  private static final long INITIAL_ON_DEMAND_WRITE_UNITS = 4_000;

  private final TableDescription table;
  private final Settings settings;
  private final UnitPrices prices;
  private final Clock clock;
  private final StopSignal stop = new StopSignal();
  private final Tally tally = new Tally();
  private final ProgressReport progress;
  private final TableScan scan;

  public CountingRun(
      DynamoDbClient dynamoDb, TableDescription table, Settings settings, UnitPrices prices) {
    this.table = table;
    this.settings = settings;
    this.prices = prices;
    clock = new Clock(settings.timeLimit());
    progress = new ProgressReport(settings, tally, clock, table);
    scan =
        TableScan.ofCounts(
            dynamoDb,
            new RequestSender<>(
                new ConcurrencyLimit(settings.concurrency()),
                TableScan::isComplete,
                page -> false,
                stop,
                tally),
            tally,
            table,
            settings.concurrency());
  }

  /**
   * Counts the items.
   *
   * @throws TruncationFailedException if a request fails permanently
   */
  public TruncationEstimate run() {
    try (var pool = new WorkerPool(settings.concurrency(), stop, clock, progress::ifDue)) {
      var work = new PassWork(settings.concurrency());
      pool.complete(
          work,
          task -> {
            if (task instanceof PassWork.Task.ReadPage read) {
              scan.readPage(work, read.segment(), false);
            }
          });
    }
    stop.failure()
        .ifPresent(
            cause -> {
              throw new TruncationFailedException(failed(), cause);
            });
    progress.now();
    return estimate();
  }

  private TruncationResult failed() {
    return new TruncationResult(
        table.tableName(),
        Ending.FAILED,
        tally.scanned.sum(),
        0,
        0,
        Optional.of(tally.units()),
        tally.requests.sum(),
        tally.retries.sum(),
        clock.elapsed());
  }

  private TruncationEstimate estimate() {
    long items = tally.scanned.sum();
    double readUnits = tally.readUnits.sum();
    double bytes = readUnits * BYTES_PER_READ_UNIT;
    double kilobytes = bytes / BYTES_PER_WRITE_UNIT;
    int indexes = table.globalSecondaryIndexes().size() + table.localSecondaryIndexes().size();
    double minimum = items == 0 ? 0 : Math.max((double) items, Math.floor(kilobytes));
    double maximum = items == 0 ? 0 : Math.ceil((items + kilobytes) * (1 + indexes));
    long perSecond = writeUnitsPerSecond();
    return new TruncationEstimate(
        table.tableName(),
        stop.ending().isEmpty(),
        items,
        (long) bytes,
        indexes,
        readUnits,
        minimum,
        maximum,
        prices.of(readUnits, minimum),
        prices.of(readUnits, maximum),
        prices,
        perSecond,
        Duration.ofMillis(Math.round(1000 * maximum / perSecond)),
        clock.elapsed());
  }

  private long writeUnitsPerSecond() {
    return Optional.ofNullable(table.provisionedThroughput())
        .map(ProvisionedThroughputDescription::writeCapacityUnits)
        .filter(units -> units > 0)
        .or(
            () ->
                Optional.ofNullable(table.warmThroughput())
                    .map(TableWarmThroughputDescription::writeUnitsPerSecond)
                    .filter(units -> units > 0))
        .orElse(INITIAL_ON_DEMAND_WRITE_UNITS);
  }
}
