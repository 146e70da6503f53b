package dev.students.operations;

import dev.students.operations.internal.CheckRun;
import dev.students.operations.internal.ConsistentReads;
import dev.students.operations.internal.RequestSender;
import dev.students.operations.internal.SuspectReview;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks whether a table keeps its promises, and reports each that is broken: see {@link
 * FindingKind}.
 *
 * <p>It is safe beside writers. The table is read once, eventually consistently unless its reader
 * is set otherwise; whatever looks broken is read again, strongly consistently and together with
 * what it contradicts, before it is reported. What a legacy client changes at that very moment may
 * be reported next time. A check of an export needs no second look: it is a snapshot.
 *
 * <p>Its memory does not grow with the table. What is known of addresses goes to temporary files,
 * about 80 bytes for each student and reservation, encrypted under a key that this process alone
 * has; they are removed at the end.
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

  /** A check of a table, which may be in use. */
  public static TableCheck of(TableReader table) {
    ConsistentReads reads =
        new ConsistentReads(table.client(), table.tableName(), new RequestSender(CONCURRENCY));
    return new TableCheck(
        table, Optional.of(new SuspectReview(reads)), Duration.ofSeconds(5), ProgressListener.NONE);
  }

  /** A check of a snapshot of a table. */
  public static TableCheck ofSnapshot(ItemSource snapshot) {
    return new TableCheck(snapshot, Optional.empty(), Duration.ZERO, ProgressListener.NONE);
  }

  /** The same with somebody who hears how far it is. */
  public TableCheck withListener(ProgressListener heard) {
    return new TableCheck(source, review, erasureGrace, heard);
  }

  /**
   * The same with another time for which an erasure must have made no progress to be reported as
   * left over; 5 seconds unless set.
   */
  public TableCheck withErasureGrace(Duration time) {
    return new TableCheck(source, review, time, listener);
  }

  /**
   * Reads everything and reports what it finds, on the calling thread, in the order of the table.
   *
   * @throws java.io.UncheckedIOException when its temporary files cannot be written
   */
  public CheckResult run(Consumer<Finding> findings) {
    try (CheckRun run = new CheckRun(review, CONCURRENCY, findings)) {
      return run.run(source, erasureGrace, listener);
    }
  }
}
