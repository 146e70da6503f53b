package dev.students.cli.internal.output;

import java.util.regex.Pattern;

/** Text wrapped between words. */
public final class Paragraph {

  private static final Pattern COLOR = Pattern.compile("\u001b\\[[0-9;]*m");

  private Paragraph() {}

  /** Returns the text wrapped to the given width. */
  public static String wrap(String text, int columns) {
    return wrap(text, columns, "");
  }

  /** Returns the text wrapped, with every line but the first indented. */
  public static String wrap(String text, int columns, String indentation) {
    StringBuilder wrapped = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ", -1)) {
      int length = visibleLength(word);
      if (used > indentation.length() && used + 1 + length > columns) {
        wrapped.append(System.lineSeparator()).append(indentation);
        used = indentation.length();
      } else if (wrapped.length() > 0) {
        wrapped.append(' ');
        used++;
      }
      wrapped.append(word);
      used += length;
    }
    return wrapped.toString();
  }

  private static int visibleLength(String word) {
    String visible = COLOR.matcher(word).replaceAll("");
    return visible.codePointCount(0, visible.length());
  }
}
