package dev.students.cli.internal.output;

import java.util.Map;
import java.util.Properties;

/**
 * Which of the standard streams are a terminal, its width, and whether output may be coloured.
 *
 * <p>Java cannot determine that for standard error. The script that starts this program does, and
 * passes it in the system properties {@code students.terminals} (the descriptors that are
 * terminals, for example {@code 02}), {@code students.piped} and {@code students.columns}. Without
 * them no stream is a terminal, and none is a pipe.
 *
 * @param in whether somebody can answer a question
 * @param out whether results go to a person
 * @param err whether a progress bar can be drawn
 * @param piped whether results go to another program, which may write to the terminal itself
 * @param columns its width
 * @param color whether results may be coloured
 */
public record Terminal(
    boolean in, boolean out, boolean err, boolean piped, int columns, boolean color) {

  private static final int DEFAULT_COLUMNS = 80;

  /** No stream is a terminal. */
  public static final Terminal NONE =
      new Terminal(false, false, false, false, DEFAULT_COLUMNS, false);

  /**
   * Reads the properties and the environment.
   *
   * @see <a href="https://no-color.org">NO_COLOR</a>
   */
  public static Terminal of(Properties properties, Map<String, String> environment) {
    String terminals = properties.getProperty("students.terminals", "");
    boolean out = terminals.contains("1");
    boolean color =
        out
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    return new Terminal(
        terminals.contains("0"),
        out,
        terminals.contains("2"),
        Boolean.parseBoolean(properties.getProperty("students.piped")),
        columns(properties.getProperty("students.columns", "")),
        color);
  }

  private static int columns(String text) {
    return text.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(text) : DEFAULT_COLUMNS;
  }
}
