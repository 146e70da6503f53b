package dev.students.cli.internal.output;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The progress of an operation, on one line of the terminal that is redrawn several times a second.
 * Draws nothing if standard error is not a terminal. All calls are made by the thread that also
 * writes the results, so that they never share a line.
 */
public final class ProgressLine implements AutoCloseable {

  private static final long INTERVAL = Duration.ofMillis(200).toNanos();
  private static final double SECOND = 1e9;

  private final Console console;
  private final String task;
  private final String unit;
  private final long start = System.nanoTime();
  private long drawnAt = start - INTERVAL;
  private int drawn;
  private boolean ended;

  /**
   * Creates a line such as {@code Exporting 1,200 items}.
   *
   * @param unit what is counted, in the plural
   */
  public ProgressLine(Console console, String task, String unit) {
    this.console = console;
    this.task = task;
    this.unit = unit;
  }

  /**
   * Draws the line, unless it was just drawn.
   *
   * @param fraction the fraction that is done, 0 to 1, if known
   */
  public void show(long done, OptionalDouble fraction) {
    long now = System.nanoTime();
    if (ended || !console.terminal().err() || now - drawnAt < INTERVAL) {
      return;
    }
    drawnAt = now;
    String line = text(done, fraction, (now - start) / SECOND, console.terminal().columns() - 1);
    console.err().print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
    console.err().flush();
    drawn = line.length();
  }

  /** The duration of the operation so far, counted from the creation of the line. */
  public double seconds() {
    return (System.nanoTime() - start) / SECOND;
  }

  private String text(long done, OptionalDouble fraction, double seconds, int columns) {
    List<String> parts = new ArrayList<>();
    parts.add(String.format(Locale.ROOT, "%s %,d %s", task, done, unit));
    parts.add(String.format(Locale.ROOT, "%,.0f/s", seconds < 0.001 ? 0 : done / seconds));
    if (fraction.isPresent() && fraction.getAsDouble() > 0 && fraction.getAsDouble() <= 1) {
      parts.add(String.format(Locale.ROOT, "%.0f %%", fraction.getAsDouble() * 100));
      parts.add(time(seconds / fraction.getAsDouble() - seconds) + " left");
    }
    String line = String.join(", ", parts);
    while (line.length() > columns && parts.size() > 1) {
      parts.remove(1); // the rate, then the percentage: the time left is what people wait for
      line = String.join(", ", parts);
    }
    return line.substring(0, Math.min(columns, line.length()));
  }

  private static String time(double seconds) {
    Duration left = Duration.ofSeconds(Math.round(seconds));
    return left.toHours() > 0
        ? "%d:%02d:%02d".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart())
        : "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
  }

  /**
   * Makes room for a result. The reader of a pipe writes to the terminal whenever it likes, so then
   * the line is not drawn again.
   */
  public void makeRoom() {
    clear();
    ended = console.terminal().piped();
  }

  /** Removes the line. */
  public void clear() {
    if (drawn > 0) {
      console.err().print("\r" + " ".repeat(drawn) + "\r");
      console.err().flush();
      drawn = 0;
    }
  }

  @Override
  public void close() {
    clear();
  }
}
