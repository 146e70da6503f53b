package dev.students.cli.internal.command;

import dev.students.operations.RecordFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How students stand in a file; the names are what {@code --format} takes. */
enum FileFormat {
  csv(RecordFormat.CSV),
  jsonl(RecordFormat.JSON_LINES);

  private final RecordFormat format;

  FileFormat(RecordFormat format) {
    this.format = format;
  }

  /** The one that was told, else the one that the file's name tells. */
  static RecordFormat of(@Nullable FileFormat told, String file) {
    return Optional.ofNullable(told)
        .orElse(file.toLowerCase(Locale.ROOT).matches(".*\\.(jsonl|ndjson)") ? jsonl : csv)
        .format;
  }
}
