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
 * #err}; both use UTF-8 regardless of the locale.
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

  /** The same output for bytes; unlike {@link #out} it throws if it cannot be written. */
  public OutputStream results() {
    return results;
  }

  /** Standard input, for a command that reads it and asks no questions. */
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
   * Asks a question on standard error; empty if the input ends without an answer, or if questions
   * are no longer allowed.
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

  /**
   * Refuses all further questions because the program is about to end. May be called by any thread.
   */
  public boolean stopAsking() {
    silenced = true; // before the other flag is read, as ask() does it the other way round
    return asking;
  }

  /**
   * Writes a line to standard error, preceded by the program's name and wrapped to the terminal's
   * width.
   */
  public void say(String message) {
    String text = "students: " + message;
    err.println(terminal.err() ? Paragraph.wrap(text, terminal.columns()) : text);
  }

  /** Whether the reader of the results has closed the pipe, or they cannot be written. */
  public boolean outputIsGone() {
    return out.checkError() || watched.hasFailed();
  }

  /** The reason why the results could not be written, unless the reader has closed the pipe. */
  public Optional<IOException> outputFailure() {
    out.flush();
    return watched.failure();
  }
}
