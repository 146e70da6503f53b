package dev.students.truncation.internal;

import dev.students.truncation.Ending;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Signals to all workers and waiting threads that no further request may be sent, and why. */
final class StopSignal {

  /** Thrown in a worker that is about to send a request or to wait. */
  static final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException() {
      super("stopped", null, false, false);
    }
  }

  private record Reason(Ending ending, Optional<Throwable> cause) {}

  private volatile Optional<Reason> reason = Optional.empty();
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Stops the run; only the first reason is kept. */
  void stop(Ending ending) {
    stop(new Reason(ending, Optional.empty()));
  }

  void fail(Throwable cause) {
    stop(new Reason(Ending.FAILED, Optional.of(cause)));
  }

  private synchronized void stop(Reason first) {
    if (reason.isEmpty()) {
      reason = Optional.of(first);
      stopped.countDown();
    }
  }

  Optional<Ending> ending() {
    return reason.map(Reason::ending);
  }

  Optional<Throwable> failure() {
    return reason.flatMap(Reason::cause);
  }

  void check() {
    if (reason.isPresent()) {
      throw new StoppedException();
    }
  }

  /** Waits for the given time or until stopped. */
  void pause(Duration delay) {
    try {
      if (stopped.await(delay.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new StoppedException();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoppedException();
    }
  }
}
