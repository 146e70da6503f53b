package dev.students.operations;

import dev.students.operations.internal.ExportRun;
import dev.students.operations.internal.RecordWriter;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the students of a table to a file: one line for each student, followed by one line for
 * each of its awards if requested, in the order of the source.
 *
 * <p>The columns depend only on the options, never on the data. Students written by the store yield
 * an identical file when they are imported into an empty table and exported again, unless times are
 * included.
 *
 * <p>Streaming: memory use does not depend on the size of the table. Values are written unchanged;
 * a spreadsheet may interpret a value that starts with {@code =} as a formula.
 *
 * <p>Immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180, the format of CSV files</a>
 */
public final class StudentExport {

  /** What is written in addition to ids, names, addresses and XP. */
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

  /** Returns an export of the students that are not deleted, without awards. */
  public static StudentExport of(ItemSource source, RecordFormat format) {
    return new StudentExport(source, format, EnumSet.noneOf(Extra.class));
  }

  /** Returns an export with a line for each award. */
  public StudentExport withAwards() {
    return with(Extra.AWARDS);
  }

  /** Returns an export that includes deleted students, with a column that marks them. */
  public StudentExport withDeleted() {
    return with(Extra.DELETED);
  }

  /** Returns an export with versions and times, which an import ignores. */
  public StudentExport withTimes() {
    return with(Extra.TIMES);
  }

  /** The columns of the file, in order. */
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

  /** The same as {@link #run(OutputStream, ProgressListener)} without a listener. */
  public ExportResult run(OutputStream out) {
    return run(out, ProgressListener.NONE);
  }

  /**
   * Writes the file on the calling thread. The stream is flushed and not closed.
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
