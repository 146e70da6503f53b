package dev.students.acceptance.internal;

/** Plain text broken into lines of a terminal's width. */
final class Paragraph {

  private static final int WIDTH = 79;

  private Paragraph() {}

  static String of(String text) {
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
