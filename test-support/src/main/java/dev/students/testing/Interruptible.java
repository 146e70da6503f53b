package dev.students.testing;

import java.util.ArrayList;
import java.util.List;

/** Starts programs that a test interrupts. */
public final class Interruptible {

  private Interruptible() {}

  /**
   * The same command, with the default action for SIGINT. A build that was started in the
   * background ignores SIGINT, which its child processes inherit.
   */
  public static List<String> command(List<String> command) {
    List<String> started = new ArrayList<>();
    started.add("perl");
    started.add("-e");
    started.add("$SIG{INT} = 'DEFAULT'; exec @ARGV");
    started.addAll(command);
    return started;
  }
}
