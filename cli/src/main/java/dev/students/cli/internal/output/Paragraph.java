package dev.students.cli.internal.output;

/** Prose, broken between words. */
public final class Paragraph {

  private Paragraph() {}

  /** The text with line ends in place of spaces where it would be longer than that. */
  public static String wrap(String text, int columns) {
    StringBuilder wrapped = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ", -1)) {
      int length = word.codePointCount(0, word.length());
      if (used > 0 && used + 1 + length > columns) {
        wrapped.append(System.lineSeparator());
        used = 0;
      } else if (used > 0) {
        wrapped.append(' ');
        used++;
      }
      wrapped.append(word);
      used += length;
    }
    return wrapped.toString();
  }
}
