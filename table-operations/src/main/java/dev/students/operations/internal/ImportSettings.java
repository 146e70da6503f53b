package dev.students.operations.internal;

import dev.students.operations.Column;
import dev.students.operations.RecordFormat;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/**
 * How a file is to be read.
 *
 * @param columns the names that the file has for fields, where they are not those of an export
 * @param idFrom the column from which ids are derived
 * @param endTrusted whether a last line without a line break is taken in
 */
public record ImportSettings(
    RecordFormat format,
    char separator,
    Charset charset,
    Map<Column, String> columns,
    Optional<String> idFrom,
    boolean endTrusted) {

  /** The name that the file has for a field. */
  String nameOf(Column column) {
    return columns.getOrDefault(column, column.header());
  }
}
