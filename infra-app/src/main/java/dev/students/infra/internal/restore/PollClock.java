package dev.students.infra.internal.restore;

import java.time.Duration;
import java.time.Instant;

/** The time, and waiting between two looks at a table or a backup. */
public interface PollClock {

  /** The current time. */
  Instant now();

  /** Waits. */
  void sleep(Duration duration);

  /** The machine's clock. */
  static PollClock system() {
    return new PollClock() {
      @Override
      public Instant now() {
        return Instant.now();
      }

      @Override
      public void sleep(Duration duration) {
        try {
          Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new RestoreFailedException("Interrupted. Run the same command again to go on.");
        }
      }
    };
  }
}
