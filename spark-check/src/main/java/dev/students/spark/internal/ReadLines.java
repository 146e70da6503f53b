package dev.students.spark.internal;

import dev.students.operations.ExportDataFile;
import dev.students.operations.ExportLines;
import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;

/** Reads a file of an export, line by line, and fails when it is not what its manifest says. */
public final class ReadLines implements FlatMapFunction<ExportDataFile, Row> {

  private static final long serialVersionUID = 1L;

  private final Broadcast<HadoopFiles> stored;

  /** Reads from those files. */
  public ReadLines(Broadcast<HadoopFiles> stored) {
    this.stored = stored;
  }

  @Override
  public Iterator<Row> call(ExportDataFile file) {
    ExportLines lines = file.lines(stored.value().open(file.name()));
    TaskContext.get()
        .<Void>addTaskCompletionListener(
            context -> {
              lines.close();
              return null;
            });
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return lines.hasNext();
      }

      @Override
      public Row next() {
        return LineRow.of(lines.next(), file.export());
      }
    };
  }
}
