package dev.students.acceptance.internal.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows on the console what is in progress and for how long: on a terminal with a bar or a line
 * that counts the seconds, otherwise with plain lines.
 *
 * <p>Thread-safe.
 */
public final class Progress {

  /** The system property that tells how wide the terminal is. */
  static final String COLUMNS = "acceptance.columns";

  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final int UPDATE_MILLIS = 200;
  private static final int WIDTH_OF_A_BAR = 60;

  private final PrintStream out;
  private final OptionalInt columns;

  private Progress(PrintStream out, OptionalInt columns) {
    this.out = out;
    this.columns = columns;
  }

  /** Returns progress for a stream that is not a terminal, such as the log of a CI job. */
  public static Progress inLines(PrintStream out) {
    return new Progress(out, OptionalInt.empty());
  }

  /** Returns progress for a terminal of the given width. */
  public static Progress onTerminal(PrintStream out, int columns) {
    return new Progress(out, OptionalInt.of(columns));
  }

  /**
   * Returns progress on standard output. If that is a terminal, the script passes its width in the
   * system property {@value #COLUMNS}, because a JVM cannot determine it.
   */
  public static Progress onConsole() {
    Integer columns = Integer.getInteger(COLUMNS);
    return columns == null || columns < 1 ? inLines(System.out) : onTerminal(System.out, columns);
  }

  public synchronized void say(String line) {
    out.println(columns.isPresent() ? CLEAR_LINE + line : line);
    out.flush();
  }

  /** Starts a step that takes a while; close it when it is done. */
  public Step step(String what) {
    return new Step(this, what);
  }

  /** Starts to count toward a known total. */
  public Count count(String what, int total) {
    return new Count(this, what, total);
  }

  /** A bar that is not drawn yet; empty if there is no terminal. */
  Optional<ProgressBarBuilder> bar(String what) {
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ProgressBarBuilder()
            .setTaskName(what)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .clearDisplayOnFinish()
            .setConsumer(new ConsoleProgressBarConsumer(out, columns.getAsInt() - 1)));
  }

  /** Whether the terminal is too narrow for a bar with a remark. */
  boolean isNarrow() {
    return columns.orElse(0) < WIDTH_OF_A_BAR;
  }

  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
