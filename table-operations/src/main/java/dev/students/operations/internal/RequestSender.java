package dev.students.operations.internal;

import dev.students.requests.ConcurrencyLimit;
import dev.students.requests.FailureKind;
import dev.students.requests.Retries;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Makes idempotent calls. After the SDK's own retries are exhausted, retries throttling, server
 * errors and lost responses with full jitter, within a concurrency limit that throttling lowers.
 * Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">DynamoDB
 *     error handling</a>
 */
public final class RequestSender {

  /** The number of retries after the SDK's own; about a minute without progress. */
  private static final int TRIES_THROTTLED = 20;

  private final ConcurrencyLimit limit;
  private final Retries retries = new Retries(TRIES_THROTTLED, RequestSender::sleep);

  /** Creates a sender with the given maximum number of concurrent calls. */
  public RequestSender(int concurrency) {
    this.limit = new ConcurrencyLimit(concurrency);
  }

  /**
   * Makes a call.
   *
   * @throws SdkException the last failure, if it cannot be retried or retries are exhausted
   * @throws AbortedException if interrupted
   */
  public <T> T send(Supplier<T> call) {
    return send(call, () -> {});
  }

  /**
   * Makes a call.
   *
   * @param beforeRetry called before each further attempt; what it throws ends the attempts
   */
  <T> T send(Supplier<T> call, Runnable beforeRetry) {
    return retries.call(() -> attempt(call), beforeRetry);
  }

  /** The current maximum number of concurrent calls. */
  public int concurrency() {
    return limit.current();
  }

  private <T> T attempt(Supplier<T> call) {
    boolean throttled = false;
    long permit = acquire();
    try {
      return call.get();
    } catch (SdkException failure) {
      throttled = FailureKind.of(failure) == FailureKind.THROTTLED;
      throw failure;
    } finally {
      limit.release(permit, throttled);
    }
  }

  private long acquire() {
    try {
      return limit.acquire();
    } catch (InterruptedException e) {
      throw aborted(e);
    }
  }

  /** Waits; an interruption has the same effect as during a call of the SDK. */
  public static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw aborted(e);
    }
  }

  static AbortedException aborted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return AbortedException.create("Interrupted", cause);
  }
}
