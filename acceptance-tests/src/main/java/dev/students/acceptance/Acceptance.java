package dev.students.acceptance;

import dev.students.acceptance.internal.AcceptanceCommand;
import picocli.CommandLine;

/**
 * Runs the scenarios against a target and writes the living documentation. Started by the script
 * {@code ./acceptance}; {@code --help} lists its options.
 *
 * <p>A JVM can run only one run at a time.
 */
public final class Acceptance {

  private Acceptance() {}

  /** Calls {@link #run} and exits the JVM with its exit status. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /**
   * Runs the scenarios in this JVM.
   *
   * @return 0 if there was at least one scenario and all passed; 1 if not; 2 if the arguments are
   *     invalid or the target cannot be used
   */
  public static int run(String... arguments) {
    return new CommandLine(new AcceptanceCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .execute(arguments);
  }
}
