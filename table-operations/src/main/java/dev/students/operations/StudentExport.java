package dev.students.operations;

import dev.students.operations.internal.ExportRun;
import dev.students.operations.internal.RecordWriter;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the students of a table to a file: one line for each, followed by one for each of its
 * awards where they are asked for, in the order of the source.
 *
 * <p>The columns depend on what is asked for alone, never on the data. What the store's own writes
 * made comes back byte for byte when it is imported into an empty table and exported again, as long
 * as times are not asked for.
 *
 * <p>Streaming: what is held does not grow with the table. Values are written as they are; a
 * spreadsheet may take one that begins with {@code =} for a formula.
 *
 * <p>Immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180, the format of CSV files</a>
 */
public final class StudentExport {

  /** What is written beside ids, names, addresses and XP. */
  private enum Extra {
    AWARDS,
    DELETED,
    TIMES
  }

  private final ItemSource source;
  private final RecordFormat format;
  private final Set<Extra> extras;

  private StudentExport(ItemSource source, RecordFormat format, Set<Extra> extras) {
    this.source = source;
    this.format = format;
    this.extras = extras;
  }

  /** An export of the students that are not deleted, without awards. */
  public static StudentExport of(ItemSource source, RecordFormat format) {
    return new StudentExport(source, format, EnumSet.noneOf(Extra.class));
  }

  /** The same with a line for each award. */
  public StudentExport withAwards() {
    return with(Extra.AWARDS);
  }

  /** The same with deleted students, and a column that says so. */
  public StudentExport withDeleted() {
    return with(Extra.DELETED);
  }

  /** The same with versions and times, which an import does not take in. */
  public StudentExport withTimes() {
    return with(Extra.TIMES);
  }

  /** The columns that it writes, in their order. */
  public List<Column> columns() {
    List<Column> columns =
        new ArrayList<>(
            List.of(Column.ID, Column.FIRST_NAME, Column.LAST_NAME, Column.EMAIL, Column.XP));
    if (extras.contains(Extra.DELETED)) {
      columns.add(Column.DELETED);
    }
    if (extras.contains(Extra.AWARDS)) {
      columns.addAll(List.of(Column.OPENING_XP, Column.AWARD_ID, Column.AMOUNT));
    }
    if (extras.contains(Extra.AWARDS) && extras.contains(Extra.TIMES)) {
      columns.add(Column.AWARDED_AT);
    }
    if (extras.contains(Extra.TIMES)) {
      columns.addAll(List.of(Column.VERSION, Column.CREATED_AT, Column.UPDATED_AT));
    }
    if (extras.contains(Extra.TIMES) && extras.contains(Extra.DELETED)) {
      columns.add(Column.DELETED_AT);
    }
    return columns;
  }

  /** The same as {@link #run(OutputStream, ProgressListener)}, heard by nobody. */
  public ExportResult run(OutputStream out) {
    return run(out, ProgressListener.NONE);
  }

  /**
   * Writes everything, on the calling thread. The stream is flushed in the end and left open.
   *
   * @throws java.io.UncheckedIOException when the stream cannot be written to, as when a pipe was
   *     closed at the other end
   */
  public ExportResult run(OutputStream out, ProgressListener listener) {
    RecordWriter writer = RecordWriter.of(format, columns(), out);
    try (ExportRun run =
        new ExportRun(writer, extras.contains(Extra.AWARDS), extras.contains(Extra.DELETED))) {
      run.readFrom(source, listener);
      writer.flush();
      return run.result();
    }
  }

  private StudentExport with(Extra extra) {
    Set<Extra> more = EnumSet.noneOf(Extra.class);
    more.addAll(extras);
    more.add(extra);
    return new StudentExport(source, format, more);
  }
}
