package dev.students.acceptance.internal.console;

import java.util.stream.Collectors;

/** Plain text wrapped to the width of a terminal; existing line breaks are kept. */
public final class Paragraph {

  private static final int WIDTH = 80;

  private Paragraph() {}

  /** In lines for the terminal, of 80 columns where none is known. */
  public static String of(String text) {
    int columns = Integer.getInteger(Progress.COLUMNS, 0);
    return of(text, columns < 1 ? WIDTH : Math.min(columns, WIDTH));
  }

  static String of(String text, int columns) {
    return text.strip()
        .lines()
        .map(line -> broken(line, columns - 1))
        .collect(Collectors.joining("\n"));
  }

  private static String broken(String text, int width) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : text.strip().split("\\s+", -1)) {
      if (column > 0 && column + 1 + word.length() > width) {
        lines.append('\n');
        column = 0;
      } else if (column > 0) {
        lines.append(' ');
        column++;
      }
      lines.append(word);
      column += word.length();
    }
    return lines.toString();
  }
}
