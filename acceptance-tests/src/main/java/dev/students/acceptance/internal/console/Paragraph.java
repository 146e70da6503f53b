package dev.students.acceptance.internal.console;

import java.util.stream.Collectors;

/** Plain text broken into lines of a terminal's width; lines that it has already stay apart. */
public final class Paragraph {

  private static final int WIDTH = 79;

  private Paragraph() {}

  public static String of(String text) {
    return text.strip().lines().map(Paragraph::broken).collect(Collectors.joining("\n"));
  }

  private static String broken(String text) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : text.strip().split("\\s+", -1)) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
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
