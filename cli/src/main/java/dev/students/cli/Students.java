package dev.students.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.students.cli.internal.Program;
import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.targets.UserFolders;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * {@code students}, the command-line program.
 *
 * <p>Exit codes: 0 done; 1 refused or failed; 2 invalid command line, nothing was sent; 3 not
 * found. Ctrl-C ends it with 130.
 */
public final class Students {

  private Students() {}

  /** Runs one command and exits the JVM with its exit code. */
  public static void main(String[] args) {
    Console console = Console.ofProcess();
    // Output of libraries is not meant for the user; DynamoDB Local, for example, prints stack
    // traces.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    System.exit(Program.run(console, new UserFolders(System.getenv()), args));
  }
}
