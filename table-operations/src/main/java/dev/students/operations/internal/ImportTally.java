package dev.students.operations.internal;

import dev.students.operations.ImportResult;
import dev.students.operations.Refusal;
import dev.students.operations.RejectedLine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The result of some or all lines. Not thread-safe. */
final class ImportTally {

  private final List<RejectedLine> rejected = new ArrayList<>();
  private final List<XpTotals.Waiting> waiting = new ArrayList<>();
  private final Map<Refusal, Long> refused = new EnumMap<>(Refusal.class);
  long lines;
  long blank;
  long created;
  long alreadyThere;
  long awardsApplied;
  long awardsAlreadyApplied;
  long deleted;

  void reject(RawRecord raw, LineRejectedException why) {
    rejected.add(
        new RejectedLine(
            raw.line(), why.refusal(), why.field(), why.rule(), new RejectedLine.Raw(raw.bytes())));
  }

  List<RejectedLine> rejected() {
    return rejected;
  }

  /** Has a step wait until all lines have been read. */
  void await(XpTotals.Waiting step) {
    waiting.add(step);
  }

  List<XpTotals.Waiting> waiting() {
    return waiting;
  }

  /** Adds the result of some lines, with its rejected lines. */
  void include(ImportTally other) {
    rejected.addAll(other.rejected);
    addCounts(other);
  }

  /** Adds the result of some lines; its lists are delivered elsewhere. */
  void add(ImportTally other) {
    addCounts(other);
    other.rejected.forEach(line -> refused.merge(line.reason(), 1L, Long::sum));
  }

  private void addCounts(ImportTally other) {
    lines += other.lines;
    blank += other.blank;
    created += other.created;
    alreadyThere += other.alreadyThere;
    awardsApplied += other.awardsApplied;
    awardsAlreadyApplied += other.awardsAlreadyApplied;
    deleted += other.deleted;
  }

  ImportResult result(List<Integer> ignoredColumns) {
    return new ImportResult(
        lines,
        blank,
        created,
        alreadyThere,
        awardsApplied,
        awardsAlreadyApplied,
        deleted,
        refused,
        ignoredColumns);
  }
}
