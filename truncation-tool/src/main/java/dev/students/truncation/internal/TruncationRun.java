package dev.students.truncation.internal;

import dev.students.requests.ConcurrencyLimit;
import dev.students.truncation.Ending;
import dev.students.truncation.TruncationFailedException;
import dev.students.truncation.TruncationResult;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * One truncation of a table that the guards have accepted: passes of scanning and deleting until a
 * strongly consistent scan finds no items.
 *
 * <p>The first pass reads with eventual consistency, at half the cost. Later passes are strongly
 * consistent, so that they see all earlier writes and deletions.
 */
public final class TruncationRun {

  /**
   * The maximum number of passes. If they are not enough, items are written as fast as they are
   * deleted.
   */
  private static final int MAXIMUM_PASSES = 5;

  private final TableDescription table;
  private final Settings settings;
  private final Clock clock;
  private final StopSignal stop = new StopSignal();
  private final Tally tally = new Tally();
  private final ProgressReport progress;
  private final TableScan scan;
  private final BatchDelete batchDelete;

  public TruncationRun(DynamoDbClient dynamoDb, TableDescription table, Settings settings) {
    this.table = table;
    this.settings = settings;
    int concurrency = settings.concurrency();
    clock = new Clock(settings.timeLimit());
    progress = new ProgressReport(settings, tally, clock, table);
    scan =
        TableScan.ofKeys(
            dynamoDb,
            new RequestSender<>(
                new ConcurrencyLimit(concurrency),
                TableScan::isComplete,
                page -> false,
                stop,
                tally),
            tally,
            table,
            concurrency,
            settings.returnConsumedCapacity());
    batchDelete =
        new BatchDelete(
            dynamoDb,
            new RequestSender<BatchWriteItemResponse>(
                new ConcurrencyLimit(concurrency),
                BatchWriteItemResponse::hasUnprocessedItems,
                answer -> !BatchDelete.unprocessed(answer).isEmpty(),
                stop,
                tally),
            tally,
            table.tableName(),
            settings.returnConsumedCapacity());
  }

  /**
   * Truncates the table.
   *
   * @throws TruncationFailedException if a request fails permanently
   */
  public TruncationResult run() {
    try (var pool = new WorkerPool(settings.concurrency(), stop, clock, progress::ifDue)) {
      for (int pass = 1; stop.ending().isEmpty(); pass++) {
        pass(pool, pass);
      }
    }
    TruncationResult result = result();
    stop.failure()
        .ifPresent(
            cause -> {
              throw new TruncationFailedException(result, cause);
            });
    progress.now();
    return result;
  }

  private void pass(WorkerPool pool, int number) {
    boolean consistent = number > 1;
    long before = tally.scanned.sum();
    var work = new PassWork(settings.concurrency());
    pool.complete(work, task -> perform(work, task, consistent));
    if (consistent && tally.scanned.sum() == before) {
      stop.stop(Ending.EMPTY);
    } else if (number == MAXIMUM_PASSES) {
      stop.stop(Ending.STILL_WRITTEN_TO);
    }
  }

  private void perform(PassWork work, PassWork.Task task, boolean consistent) {
    if (task instanceof PassWork.Task.ReadPage read) {
      scan.readPage(work, read.segment(), consistent);
    } else if (task instanceof PassWork.Task.DeleteBatch batch) {
      batchDelete.delete(batch.keys());
    }
  }

  private TruncationResult result() {
    return new TruncationResult(
        table.tableName(),
        stop.ending().orElseThrow(),
        tally.scanned.sum(),
        tally.deleted.sum(),
        tally.unconfirmed.sum(),
        settings.askForUnits() ? Optional.of(tally.units()) : Optional.empty(),
        tally.requests.sum(),
        tally.retries.sum(),
        clock.elapsed());
  }
}
