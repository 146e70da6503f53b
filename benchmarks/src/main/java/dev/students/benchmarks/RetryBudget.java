package dev.students.benchmarks;

import java.time.Duration;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * The delays of another strategy within a budget that all callers share, as in the SDK's standard
 * retry strategy: 500 tokens, of which a retry takes 5. A success after a retry gives them back,
 * and a success without one gives 1. When there are none left, calls fail at once. Used by one
 * thread at a time.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/retry-strategy.html">Retry
 *     strategies of the SDK</a>
 */
final class RetryBudget implements BackoffStrategy {

  private static final int MOST = 500;
  private static final int RETRY = 5;

  /** Longer than the store tries. */
  private static final Duration NEVER = Duration.ofHours(1);

  private final BackoffStrategy delays;
  private int tokens = MOST;

  RetryBudget(BackoffStrategy delays) {
    this.delays = delays;
  }

  @Override
  public Duration computeDelay(int attempt) {
    if (tokens < RETRY) {
      return NEVER;
    }
    tokens -= RETRY;
    return delays.computeDelay(attempt);
  }

  /** Records that a call succeeded. */
  void succeeded(boolean retried) {
    tokens = Math.min(MOST, tokens + (retried ? RETRY : 1));
  }
}
