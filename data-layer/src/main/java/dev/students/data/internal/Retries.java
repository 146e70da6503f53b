package dev.students.data.internal;

import java.time.Duration;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * How often and after what pause one call may try again: at most 10 times in all and for 5 s, with
 * full jitter from 20 ms up to 1 s. Not thread-safe.
 *
 * @see <a
 *     href="https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/">Timeouts,
 *     retries and backoff with jitter</a>
 */
final class Retries {

  static final int MAX_ATTEMPTS = 10;
  static final Duration MAX_TIME = Duration.ofSeconds(5);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final Pause pause;
  private final long started;
  private int attempts = 1;

  Retries(Pause pause) {
    this.pause = pause;
    this.started = pause.nanoTime();
  }

  int attempts() {
    return attempts;
  }

  /**
   * Pauses before another attempt, unless there were enough.
   *
   * @throws AbortedException as the SDK does, when the thread is interrupted, which it stays
   */
  boolean another() {
    Duration delay = nextDelay();
    Duration elapsed = Duration.ofNanos(pause.nanoTime() - started);
    if (attempts >= MAX_ATTEMPTS || elapsed.plus(delay).compareTo(MAX_TIME) > 0) {
      return false;
    }
    attempts++;
    try {
      pause.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AbortedException.create("Interrupted while waiting to try again", e);
    }
    return true;
  }

  private Duration nextDelay() {
    Duration ceiling = FIRST_PAUSE.multipliedBy(1L << (attempts - 1));
    Duration bounded = ceiling.compareTo(LONGEST_PAUSE) < 0 ? ceiling : LONGEST_PAUSE;
    return Duration.ofNanos((long) (bounded.toNanos() * pause.random()));
  }
}
