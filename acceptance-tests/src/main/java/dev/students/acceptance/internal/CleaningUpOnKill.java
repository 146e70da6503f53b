package dev.students.acceptance.internal;

import dev.students.acceptance.internal.target.Target;

/**
 * Cleans up when somebody interrupts the run: Ctrl-C, or a job that is cancelled. Only a kill that
 * no program can answer leaves it to {@code --clean-up}.
 */
final class CleaningUpOnKill {

  private final Thread hook;

  CleaningUpOnKill(Target target, Manifest manifest, Progress progress) {
    hook =
        new Thread(
            () -> {
              target.cleanUp(manifest, progress);
              manifest.delete();
            },
            "clean-up");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** To be called once there is nothing left to clean up. */
  void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException underWay) {
      // The JVM is ending already, so the hook does it.
    }
  }
}
