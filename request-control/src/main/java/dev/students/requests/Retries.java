package dev.students.requests;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * Repeats calls that may be repeated without harm, beyond the SDK's own retries: while throttled,
 * on server errors, and when an answer is lost or damaged, after pauses with full jitter.
 *
 * <p>Thread-safe when the pause is.
 *
 * @param whenThrottled tries in all of a call that is throttled, or whose transaction conflicts
 * @param pause waits, and ends the wait by an exception when the program is to stop
 * @see <a
 *     href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential
 *     Backoff And Jitter, AWS Architecture Blog</a>
 */
public record Retries(int whenThrottled, Consumer<Duration> pause) {

  private static final int OTHERWISE = 6;

  /** Full jitter between zero and a bound that doubles with each try. */
  private static final BackoffStrategy BACKOFF =
      BackoffStrategy.exponentialDelay(Duration.ofMillis(50), Duration.ofSeconds(5));

  /**
   * Makes the call, again if need be.
   *
   * @param beforeRetry called before each further try
   * @throws SdkException the last failure, when it is not to be tried again or the thread was
   *     interrupted
   */
  public <T> T call(Supplier<T> call, Runnable beforeRetry) {
    for (int failures = 1; ; failures++) {
      try {
        return call.get();
      } catch (SdkException failure) {
        if (Thread.currentThread().isInterrupted() || failures >= tries(FailureKind.of(failure))) {
          throw failure;
        }
        beforeRetry.run();
        pauseAfter(failures);
      }
    }
  }

  /** Waits before the try that follows so many without progress, at least 1. */
  public void pauseAfter(int failures) {
    pause.accept(BACKOFF.computeDelay(failures));
  }

  private int tries(FailureKind kind) {
    return switch (kind) {
      case THROTTLED, CONFLICT -> whenThrottled;
      case SERVER_ERROR, ANSWER_LOST -> OTHERWISE;
      case REJECTED, CLIENT_ERROR -> 1;
    };
  }
}
