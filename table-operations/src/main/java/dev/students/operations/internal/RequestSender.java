package dev.students.operations.internal;

import dev.students.requests.ConcurrencyLimit;
import dev.students.requests.FailureKind;
import dev.students.requests.Retries;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Makes calls that may be repeated without harm: again while throttled, on server errors and when
 * an answer is lost, beyond the SDK's own retries, after pauses with full jitter and within a
 * concurrency that throttling lowers. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">DynamoDB
 *     error handling</a>
 */
public final class RequestSender {

  /** Beyond the SDK's own; a minute or so without any progress. */
  private static final int TRIES_THROTTLED = 20;

  private final ConcurrencyLimit limit;
  private final Retries retries = new Retries(TRIES_THROTTLED, RequestSender::sleep);

  /** A sender that lets so many calls be under way at once. */
  public RequestSender(int concurrency) {
    this.limit = new ConcurrencyLimit(concurrency);
  }

  /**
   * Makes the call.
   *
   * @throws SdkException the last failure, when it is not to be tried again
   * @throws AbortedException when interrupted
   */
  public <T> T send(Supplier<T> call) {
    return retries.call(() -> attempt(call), () -> {});
  }

  /** How many calls may be under way at once now. */
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

  /** Waits; an interrupt ends it as it ends a call of the SDK. */
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
