package dev.students.data.internal;

import java.time.Duration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * Limits the retries of one call: at most 10 attempts within 5 s, counted from its start or its
 * last progress. Not thread-safe.
 *
 * @see <a
 *     href="https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/">Timeouts,
 *     retries and backoff with jitter</a>
 */
final class Retries {

  static final int MAX_ATTEMPTS = 10;
  static final Duration MAX_TIME = Duration.ofSeconds(5);

  /** Full jitter: a random delay whose upper bound doubles from 20 ms to 1 s. */
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

  /** The number of attempts since the last progress, including the current one. */
  int attempts() {
    return attempts;
  }

  /** The number of retries of the whole call. */
  int retries() {
    return retries;
  }

  /** Records progress: the limits count from here. */
  void progress() {
    progressed = policy.clock().nanoTime();
    attempts = 1;
  }

  /**
   * Waits before the next attempt, or returns false if the limits are reached.
   *
   * @throws AbortedException if the thread is interrupted, as the SDK does; the interrupt status
   *     stays set
   */
  boolean another() {
    // The SDK expects the number of the next attempt, and the first attempt has no delay.
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
