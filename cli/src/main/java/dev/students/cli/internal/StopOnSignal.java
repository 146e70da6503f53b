package dev.students.cli.internal;

import dev.students.cli.internal.output.Console;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops the work in progress in an orderly way when the process receives a signal (Ctrl-C, hang-up
 * or termination): the working thread is interrupted and has a few seconds to report what it did.
 *
 * <p>The process ends with the signal's own exit code, 130 for Ctrl-C.
 */
public final class StopOnSignal implements AutoCloseable {

  private static final int SECONDS = 10;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Console console;
  private final Thread hook = new Thread(this::stop, "stop-on-signal");
  private volatile boolean requested;

  /** Guards the work of this thread until {@link #close}. */
  public StopOnSignal(Console console) {
    this.console = console;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether a signal was received. */
  public boolean requested() {
    return requested;
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException theHookIsRunning) {
      // It has been let go above.
    }
  }

  private void stop() {
    requested = true;
    if (console.terminal().err()) {
      console.err().println(); // the terminal has shown ^C, or the question
    }
    worker.interrupt();
    try {
      // A read from the terminal cannot be interrupted, and no work is in progress during a
      // question.
      if (!console.stopAsking()) {
        boolean unused = ended.await(SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
