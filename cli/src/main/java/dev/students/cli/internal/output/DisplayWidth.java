package dev.students.cli.internal.output;

import org.jline.utils.WCWidth;

/**
 * The number of terminal columns that a text occupies: two for a Chinese character, none for an
 * accent.
 */
public final class DisplayWidth {

  private DisplayWidth() {}

  /** The columns that a text takes. */
  public static int of(String text) {
    return text.codePoints().map(point -> Math.max(0, WCWidth.wcwidth(point))).sum();
  }

  /** Returns the text padded with spaces to the given number of columns. */
  public static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }
}
