package dev.students.data.internal;

import java.time.Duration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * How often one call may try again: at most 10 attempts, and for 5 s, since it began or last got
 * further. Not thread-safe.
 *
 * @see <a
 *     href="https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/">Timeouts,
 *     retries and backoff with jitter</a>
 */
final class Retries {

  static final int MAX_ATTEMPTS = 10;
  static final Duration MAX_TIME = Duration.ofSeconds(5);

  /** Full jitter: a random part of a time that doubles from 20 ms up to 1 s. */
  static final BackoffStrategy FULL_JITTER =
      BackoffStrategy.exponentialDelay(Duration.ofMillis(20), Duration.ofSeconds(1));

  private final RetryPolicy policy;
  private long progressed;
  private int attempts = 1;
  private int retries;

  Retries(RetryPolicy policy) {
    this.policy = policy;
    this.progressed = policy.clock().nanoTime();
  }

  /** The attempts since the last progress, the present one included. */
  int attempts() {
    return attempts;
  }

  /** The retries of the whole call. */
  int retries() {
    return retries;
  }

  /** The call has got further: the limits count from here. */
  void progress() {
    progressed = policy.clock().nanoTime();
    attempts = 1;
  }

  /**
   * Pauses before another attempt, unless there were enough.
   *
   * @throws AbortedException as the SDK does, if the thread is interrupted, which it stays
   */
  boolean another() {
    // The SDK counts the attempt that follows, and the first has no delay.
    Duration delay = policy.backoff().computeDelay(attempts + 1);
    Duration elapsed = Duration.ofNanos(policy.clock().nanoTime() - progressed);
    if (attempts >= MAX_ATTEMPTS || elapsed.plus(delay).compareTo(MAX_TIME) > 0) {
      return false;
    }
    attempts++;
    retries++;
    try {
      policy.clock().sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AbortedException.create("Interrupted while waiting to try again", e);
    }
    return true;
  }
}
