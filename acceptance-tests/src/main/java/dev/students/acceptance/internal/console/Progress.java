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
 * Says on the console what is going on and for how long: on a terminal by a bar or a line that
 * counts the seconds, elsewhere by lines.
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

  /** On a stream that is not a terminal, such as a CI job's log. */
  public static Progress inLines(PrintStream out) {
    return new Progress(out, OptionalInt.empty());
  }

  /** On a terminal of that width. */
  public static Progress onTerminal(PrintStream out, int columns) {
    return new Progress(out, OptionalInt.of(columns));
  }

  /**
   * On standard output. Where that is a terminal, the script gives its width in the system property
   * {@value #COLUMNS}: a JVM cannot ask for it.
   */
  public static Progress onConsole() {
    Integer columns = Integer.getInteger(COLUMNS);
    return columns == null || columns < 1 ? inLines(System.out) : onTerminal(System.out, columns);
  }

  public synchronized void say(String line) {
    out.println(columns.isPresent() ? CLEAR_LINE + line : line);
    out.flush();
  }

  /** Begins something that takes a while; close it when it is done. */
  public Step step(String what) {
    return new Step(this, what);
  }

  /** Begins to count something whose number is known. */
  public Count count(String what, int total) {
    return new Count(this, what, total);
  }

  /** A bar that is not drawn yet; empty where there is no terminal. */
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

  /** Whether a bar with a remark would not fit. */
  boolean isNarrow() {
    return columns.orElse(0) < WIDTH_OF_A_BAR;
  }

  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
