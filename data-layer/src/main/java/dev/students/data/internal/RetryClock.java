package dev.students.data.internal;

import java.time.Duration;

/** The time as far as retries need it; tests bring their own. Thread-safe. */
public interface RetryClock {

  /** The system's. */
  RetryClock SYSTEM =
      new RetryClock() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void sleep(Duration delay) throws InterruptedException {
          Thread.sleep(delay.toMillis(), delay.toNanosPart() % 1_000_000);
        }
      };

  /** As {@link System#nanoTime()}. */
  long nanoTime();

  /** Waits that long. */
  void sleep(Duration delay) throws InterruptedException;
}
