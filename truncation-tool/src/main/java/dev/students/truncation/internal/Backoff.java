package dev.students.truncation.internal;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential backoff with full jitter: a delay drawn evenly from zero to a bound that doubles with
 * each try.
 *
 * @see <a
 *     href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential
 *     Backoff And Jitter, AWS Architecture Blog</a>
 */
record Backoff(Duration base, Duration cap) {

  static final Backoff DEFAULT = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(5));

  /**
   * The delay before another try.
   *
   * @param failures tries so far without progress, at least 1
   */
  Duration delay(int failures, RandomGenerator random) {
    long bound = Math.min(cap.toNanos(), base.toNanos() << Math.min(failures - 1, Long.SIZE / 4));
    return Duration.ofNanos(random.nextLong(bound + 1));
  }
}
