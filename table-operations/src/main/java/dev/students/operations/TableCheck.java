package dev.students.operations;

import dev.students.operations.internal.CheckRun;
import dev.students.operations.internal.ConsistentReads;
import dev.students.operations.internal.RequestSender;
import dev.students.operations.internal.SuspectReview;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checks the promises of a table and reports each violation: see {@link FindingKind}.
 *
 * <p>It can run concurrently with writers. The table is read once, with eventual consistency unless
 * its reader is configured otherwise. Items that seem to violate a promise are read again, strongly
 * consistently and together with the items that they contradict, before they are reported. A change
 * by a legacy client at that moment may be reported by the next check. A check of an export
 * requires no second read, because an export is a snapshot.
 *
 * <p>Memory use does not depend on the size of the table. Addresses are collected in temporary
 * files, about 80 bytes for each student and reservation, which are encrypted with a key known only
 * to this process and deleted at the end.
 *
 * <p>Thread-safe.
 */
public final class TableCheck {

  private static final int CONCURRENCY = 8;

  private final ItemSource source;
  private final Optional<SuspectReview> review;
  private final Duration erasureGrace;
  private final ProgressListener listener;

  private TableCheck(
      ItemSource source,
      Optional<SuspectReview> review,
      Duration erasureGrace,
      ProgressListener listener) {
    this.source = source;
    this.review = review;
    this.erasureGrace = erasureGrace;
    this.listener = listener;
  }

  /** Returns a check of a table, which may be in use. */
  public static TableCheck of(TableReader table) {
    ConsistentReads reads =
        new ConsistentReads(table.client(), table.tableName(), new RequestSender(CONCURRENCY));
    return new TableCheck(
        table, Optional.of(new SuspectReview(reads)), Duration.ofSeconds(5), ProgressListener.NONE);
  }

  /** Returns a check of a snapshot of a table. */
  public static TableCheck ofSnapshot(ItemSource snapshot) {
    return new TableCheck(snapshot, Optional.empty(), Duration.ZERO, ProgressListener.NONE);
  }

  /** Returns a check that reports its progress. */
  public TableCheck withListener(ProgressListener heard) {
    return new TableCheck(source, review, erasureGrace, heard);
  }

  /**
   * Returns a check that reports an erasure as incomplete if it has made no progress for the given
   * time. The default is 5 seconds.
   */
  public TableCheck withErasureGrace(Duration time) {
    return new TableCheck(source, review, time, listener);
  }

  /**
   * Reads all items and reports findings on the calling thread, in the order of the table.
   *
   * @throws java.io.UncheckedIOException if the temporary files cannot be written
   */
  public CheckResult run(Consumer<Finding> findings) {
    try (CheckRun run = new CheckRun(review, CONCURRENCY, findings)) {
      return run.run(source, erasureGrace, listener);
    }
  }
}
