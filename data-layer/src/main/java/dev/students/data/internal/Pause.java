package dev.students.data.internal;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Time and chance, as far as retries need them; tests bring their own. Thread-safe. */
public interface Pause {

  /** The real ones. */
  Pause REAL =
      new Pause() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public double random() {
          return ThreadLocalRandom.current().nextDouble();
        }

        @Override
        public void sleep(Duration delay) throws InterruptedException {
          Thread.sleep(delay.toMillis(), delay.toNanosPart() % 1_000_000);
        }
      };

  /** As {@link System#nanoTime()}. */
  long nanoTime();

  /** From 0 to below 1, evenly. */
  double random();

  /** Waits that long. */
  void sleep(Duration delay) throws InterruptedException;
}
