package dev.students.operations.internal;

import dev.students.operations.Column;
import dev.students.operations.RecordFormat;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/**
 * The settings for reading a file.
 *
 * @param columns the file's names of fields, if they differ from those of an export
 * @param idFrom the column from which ids are derived
 * @param endTrusted whether a last line without a line break is imported
 */
public record ImportSettings(
    RecordFormat format,
    char separator,
    Charset charset,
    Map<Column, String> columns,
    Optional<String> idFrom,
    boolean endTrusted) {

  /** The file's name of a field. */
  String nameOf(Column column) {
    return columns.getOrDefault(column, column.header());
  }
}
