package dev.students.acceptance.internal.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Says on the console what is going on and for how long: on a terminal a line that counts the
 * seconds, elsewhere a line at the start and one at the end.
 *
 * <p>Thread-safe.
 */
public final class Progress {

  private static final String START_OF_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;

  public Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** The script says whether standard output is a terminal: a JVM cannot tell before Java 22. */
  public static Progress onConsole() {
    return new Progress(System.out, Boolean.getBoolean("acceptance.terminal"));
  }

  public synchronized void say(String line) {
    out.println(terminal ? START_OF_LINE + line : line);
    out.flush();
  }

  /** Shows a count in place on a terminal; elsewhere only every so often. */
  public synchronized void count(String line, boolean worthALine) {
    if (terminal) {
      out.print(START_OF_LINE + line);
      out.flush();
    } else if (worthALine) {
      say(line);
    }
  }

  /** Begins something that takes a while; close it when it is done. */
  public Step step(String what) {
    return new Step(what);
  }

  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  /** Something under way. Closed without {@link #done()}, it is said to have failed. */
  public final class Step implements AutoCloseable {

    private final String what;
    private final long start = System.nanoTime();
    private final Thread ticker;
    private boolean done;

    private Step(String what) {
      this.what = what;
      this.ticker = new Thread(this::tick, "progress");
      ticker.setDaemon(true);
      if (terminal) {
        ticker.start();
      } else {
        say(what + " …");
      }
    }

    public void done() {
      done = true;
    }

    @Override
    public void close() {
      ticker.interrupt();
      try {
        ticker.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      say(what + (done ? ": " : " failed after ") + seconds(elapsed()));
    }

    private Duration elapsed() {
      return Duration.ofNanos(System.nanoTime() - start);
    }

    private void tick() {
      try {
        while (true) {
          count(what + " … " + elapsed().toSeconds() + " s", false);
          Thread.sleep(500);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
