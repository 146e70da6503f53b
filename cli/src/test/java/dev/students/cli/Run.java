package dev.students.cli;

import dev.students.cli.internal.Program;
import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Terminal;
import dev.students.cli.internal.targets.UserFolders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The result of one command line that ran in this JVM. */
record Run(int exitCode, String out, String err) {

  private static final String HOME = Path.of("target", "home").toAbsolutePath().toString();
  private static final Terminal ANSWERING = new Terminal(true, false, false, false, 80, false);

  /** Runs without a terminal. */
  static Run of(String... args) {
    return run(Terminal.NONE, "", args);
  }

  /** Runs at a terminal at which a user types {@code input}. */
  static Run answering(String input, String... args) {
    return run(ANSWERING, input, args);
  }

  /** Runs with all streams on a color terminal of the given width. */
  static Run atColumns(int columns, String... args) {
    return run(new Terminal(true, true, true, false, columns, true), "", args);
  }

  /** At a terminal, the results go to another program. */
  static Run piped(String... args) {
    return run(new Terminal(true, false, true, true, 80, false), "", args);
  }

  /** Runs without a terminal, with the given standard input. */
  static Run reading(String input, String... args) {
    return run(Terminal.NONE, input, args);
  }

  /** Runs with a reader that closes standard output after the first bytes. */
  static Run readByOneWhoGoes(String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (PipedOutputStream out = new PipedOutputStream()) {
      new PipedInputStream(out).close();
      Console console = new Console(InputStream.nullInputStream(), out, err, Terminal.NONE);
      int exitCode = Program.run(console, new UserFolders(Map.of("HOME", HOME)), args);
      return new Run(exitCode, "", err.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Run run(Terminal terminal, String input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err, terminal);
    int exitCode = Program.run(console, new UserFolders(Map.of("HOME", HOME)), args);
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
