package dev.students.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table in Markdown, row by row. Not thread-safe. */
final class Table {

  private final StringBuilder text = new StringBuilder();

  Table(String... columns) {
    this(List.of(columns));
  }

  Table(List<String> columns) {
    row(columns);
    row(Collections.nCopies(columns.size(), "---"));
  }

  Table row(String... cells) {
    return row(List.of(cells));
  }

  Table row(List<String> cells) {
    text.append("|");
    for (String cell : cells) {
      text.append(cell.isEmpty() ? " |" : " " + cell + " |");
    }
    text.append("\n");
    return this;
  }

  /** Cells, of which those of the list come last. */
  static List<String> cells(List<String> last, String... first) {
    List<String> cells = new ArrayList<>(List.of(first));
    cells.addAll(last);
    return cells;
  }

  /** As code. */
  static String code(String text) {
    return "`" + text + "`";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
