package dev.students.acceptance;

import dev.students.acceptance.internal.AcceptanceCommand;
import picocli.CommandLine;

/**
 * Runs the scenarios against a target and writes the living documentation; the script {@code
 * ./acceptance} starts it. {@code --help} says what it understands.
 *
 * <p>One run at a time in a JVM.
 */
public final class Acceptance {

  private Acceptance() {}

  /** Runs, then ends the JVM with the exit status of {@link #run}. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /**
   * Runs in this JVM.
   *
   * @return 0 only if there was at least one scenario, and all ran and passed; 1 if one did not; 2
   *     for arguments that are wrong, or a target that cannot be used
   */
  public static int run(String... arguments) {
    return new CommandLine(new AcceptanceCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .execute(arguments);
  }
}
