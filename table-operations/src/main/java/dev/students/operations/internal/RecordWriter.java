package dev.students.operations.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.students.operations.Column;
import dev.students.operations.RecordFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes lines of a file. Not thread-safe. */
public interface RecordWriter {

  /** Returns a writer that writes the header first, if the format has one. */
  static RecordWriter of(RecordFormat format, List<Column> columns, OutputStream out) {
    return switch (format) {
      case CSV -> new Csv(columns, out);
      case JSON_LINES -> new JsonLines(columns, out);
    };
  }

  /** Writes a line; missing columns are blank. */
  void write(Map<Column, String> values);

  /** Flushes the buffer. */
  void flush();

  /** Writes each line as comma-separated values. */
  final class Csv implements RecordWriter {

    private static final int BUFFER = 64 * 1024;

    private final List<Column> columns;
    private final CsvWriter writer;

    Csv(List<Column> columns, OutputStream out) {
      this.columns = columns;
      this.writer =
          CsvWriter.builder()
              .lineDelimiter(LineDelimiter.CRLF)
              .bufferSize(BUFFER)
              .build(out, StandardCharsets.UTF_8);
      writer.writeRecord(columns.stream().map(Column::header).toList());
    }

    @Override
    public void write(Map<Column, String> values) {
      writer.writeRecord(columns.stream().map(it -> values.getOrDefault(it, "")).toList());
    }

    @Override
    public void flush() {
      try {
        writer.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Writes each line as a JSON object. */
  final class JsonLines implements RecordWriter {

    private final List<Column> columns;
    private final JsonGenerator generator;

    JsonLines(List<Column> columns, OutputStream out) {
      this.columns = columns;
      try {
        this.generator = new JsonFactory().createGenerator(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      generator.setPrettyPrinter(new MinimalPrettyPrinter(""));
    }

    @Override
    public void write(Map<Column, String> values) {
      try {
        generator.writeStartObject();
        for (Column column : columns) {
          String value = values.getOrDefault(column, "");
          if (!value.isEmpty()) {
            write(column, value);
          }
        }
        generator.writeEndObject();
        generator.writeRaw('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void write(Column column, String value) throws IOException {
      generator.writeFieldName(column.header());
      if (column.isNumber()) {
        generator.writeNumber(value);
      } else if (column == Column.DELETED) {
        generator.writeBoolean(true);
      } else {
        generator.writeString(value);
      }
    }

    @Override
    public void flush() {
      try {
        generator.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
