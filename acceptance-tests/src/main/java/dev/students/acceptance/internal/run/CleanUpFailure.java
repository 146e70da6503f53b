package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.workspace.RunFiles;

/** The message for a failed clean-up. */
final class CleanUpFailure {

  static final String NAME = "Cleaning up failed";

  private CleanUpFailure() {}

  static String message(RunFiles run, RuntimeException failure) {
    String inventory = run.manifest().inventory();
    return failure.getMessage()
        + "\n"
        + (inventory.isEmpty() ? "Some data of the run" : "Of " + inventory + ", some")
        + " may be left. To remove it:\n"
        + command(run);
  }

  /** The command can be repeated, even if nothing is left. */
  static String command(RunFiles run) {
    return "./acceptance --clean-up " + run.id();
  }
}
