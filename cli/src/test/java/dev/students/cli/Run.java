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

/** What one command line did, in this JVM. */
record Run(int exitCode, String out, String err) {

  private static final String HOME = Path.of("target", "home").toAbsolutePath().toString();
  private static final Terminal ANSWERING = new Terminal(true, false, false, 80, false);

  /** Nothing is a terminal. */
  static Run of(String... args) {
    return run(Terminal.NONE, "", args);
  }

  /** Somebody at a terminal types {@code input}. */
  static Run answering(String input, String... args) {
    return run(ANSWERING, input, args);
  }

  /** All streams are a terminal of that width that shows colors. */
  static Run atColumns(int columns, String... args) {
    return run(new Terminal(true, true, true, columns, true), "", args);
  }

  /** Nothing is a terminal, and standard input holds that. */
  static Run reading(String input, String... args) {
    return run(Terminal.NONE, input, args);
  }

  /** Whoever reads the results goes after the first bytes of them. */
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
