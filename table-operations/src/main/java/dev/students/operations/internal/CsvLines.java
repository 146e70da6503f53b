package dev.students.operations.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.students.operations.Refusal;
import java.util.List;

/** Parses lines of CSV. Not thread-safe. */
final class CsvLines {

  private final CsvReader.CsvReaderBuilder reader;

  CsvLines(char separator) {
    this.reader = CsvReader.builder().fieldSeparator(separator).skipEmptyLines(false);
  }

  /** Returns the values of a line, without surrounding white space. */
  List<String> values(String line) {
    try {
      return reader.ofSingleCsvRecord(line).getFields().stream().map(String::strip).toList();
    } catch (CsvParseException e) {
      throw LineRejectedException.ofLine(Refusal.SYNTAX, "must be well-formed CSV");
    }
  }
}
