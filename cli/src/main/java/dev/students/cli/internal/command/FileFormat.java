package dev.students.cli.internal.command;

import dev.students.operations.RecordFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The formats of files; the names are the values of {@code --format}. */
enum FileFormat {
  csv(RecordFormat.CSV),
  jsonl(RecordFormat.JSON_LINES);

  private final RecordFormat format;

  FileFormat(RecordFormat format) {
    this.format = format;
  }

  /** Returns the given format, or else the one that the file's name suggests. */
  static RecordFormat of(@Nullable FileFormat told, String file) {
    return Optional.ofNullable(told)
        .orElse(file.toLowerCase(Locale.ROOT).matches(".*\\.(jsonl|ndjson)") ? jsonl : csv)
        .format;
  }
}
