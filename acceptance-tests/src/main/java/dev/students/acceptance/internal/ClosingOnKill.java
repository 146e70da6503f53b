package dev.students.acceptance.internal;

import dev.students.acceptance.internal.target.TestBed;

/** Cleans up when somebody interrupts the run: Ctrl-C, or a job that is cancelled. */
final class ClosingOnKill {

  private ClosingOnKill() {}

  /** Carries out an action; should the JVM be ended meanwhile, it closes the test bed first. */
  static void during(TestBed bed, Runnable action) {
    Thread hook = new Thread(bed::close, "clean-up");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      action.run();
    } finally {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException underWay) {
        // The JVM is ending already, so the hook does it.
      }
    }
  }
}
