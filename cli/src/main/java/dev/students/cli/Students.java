package dev.students.cli;

import dev.students.cli.internal.Program;
import dev.students.cli.internal.output.Console;

/**
 * {@code students}, the command-line program.
 *
 * <p>Exit codes: 0 done; 1 refused or failed; 2 the command line is wrong, and nothing was sent; 3
 * not found. Ctrl-C ends it with 130.
 */
public final class Students {

  private Students() {}

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(Program.run(Console.ofProcess(), args));
  }
}
