package dev.students.cli.internal.output;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The streams of one run of the program. Results go to {@link #out}, everything else to {@link
 * #err}; both are UTF-8 whatever the locale.
 */
public final class Console {

  private final WatchedOutput watched;
  private final OutputStream results;
  private final PrintStream out;
  private final PrintStream err;
  private final InputStream input;
  private final BufferedReader in;
  private final Terminal terminal;
  private volatile boolean asking;
  private volatile boolean silenced;

  public Console(InputStream in, OutputStream out, OutputStream err, Terminal terminal) {
    this.watched = new WatchedOutput(out);
    this.results = new BufferedOutputStream(watched);
    this.out = new PrintStream(results, false, StandardCharsets.UTF_8);
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.input = in;
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.terminal = terminal;
  }

  /** The streams of this process. */
  public static Console ofProcess() {
    return new Console(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        Terminal.of(System.getProperties(), System.getenv()));
  }

  public PrintStream out() {
    return out;
  }

  /** The same output for bytes; unlike {@link #out} it throws when it cannot be written. */
  public OutputStream results() {
    return results;
  }

  /** Standard input, for a command that reads it and asks nothing. */
  public InputStream input() {
    return input;
  }

  public PrintStream err() {
    return err;
  }

  public Terminal terminal() {
    return terminal;
  }

  /**
   * Asks on standard error; empty when the input ends without an answer, or no more may be asked.
   */
  public Optional<String> ask(String question) {
    asking = true;
    try {
      if (silenced) {
        return Optional.empty();
      }
      err.print(question);
      err.flush();
      return Optional.ofNullable(in.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      asking = false;
    }
  }

  /** Refuses all further questions because the program is to end. Any thread may call it. */
  public boolean stopAsking() {
    silenced = true; // before the other flag is read, as ask() does it the other way round
    return asking;
  }

  /** A line on standard error, after the program's name, broken at the terminal's width. */
  public void say(String message) {
    String text = "students: " + message;
    err.println(terminal.err() ? Paragraph.wrap(text, terminal.columns()) : text);
  }

  /** Whether the reader of the results has gone, or they cannot be written. */
  public boolean outputIsGone() {
    return out.checkError() || watched.hasFailed();
  }

  /** Why the results could not be written, unless the reader has gone. */
  public Optional<IOException> outputFailure() {
    out.flush();
    return watched.failure();
  }
}
