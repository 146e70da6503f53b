package dev.students.cli.internal.output;

import org.jline.utils.WCWidth;

/** How many columns a text takes on a terminal: two for a Chinese character, none for an accent. */
public final class DisplayWidth {

  private DisplayWidth() {}

  /** The columns that a text takes. */
  public static int of(String text) {
    return text.codePoints().map(point -> Math.max(0, WCWidth.wcwidth(point))).sum();
  }

  /** The text with spaces behind it, up to that many columns. */
  public static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }
}
