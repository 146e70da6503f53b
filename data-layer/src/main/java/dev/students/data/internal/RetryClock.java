package dev.students.data.internal;

import java.time.Duration;

/** The clock of retries, which tests replace. Thread-safe. */
public interface RetryClock {

  /** The system clock. */
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

  /** The same as {@link System#nanoTime()}. */
  long nanoTime();

  /** Waits for the given duration. */
  void sleep(Duration delay) throws InterruptedException;
}
