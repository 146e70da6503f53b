package dev.students.operations.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

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

  private static final int TRIES = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final List<String> THROTTLED_IN_TRANSACTION =
      List.of("ThrottlingError", "ProvisionedThroughputExceeded", "RequestLimitExceeded");

  private final ConcurrencyLimit limit;

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
    for (int failures = 1; ; failures++) {
      try {
        return attempt(call);
      } catch (SdkException failure) {
        if (Thread.currentThread().isInterrupted() || failures >= tries(failure)) {
          throw failure;
        }
        pause(failures);
      }
    }
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
      throttled = isThrottling(failure);
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

  private static void pause(int failures) {
    long bound =
        Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(failures - 1, 16));
    sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(bound + 1)));
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

  private static int tries(SdkException failure) {
    if (isThrottling(failure)) {
      return TRIES_THROTTLED;
    }
    if (failure instanceof TransactionCanceledException cancelled) {
      return has(cancelled, List.of("TransactionConflict")) ? TRIES_THROTTLED : 1;
    }
    boolean mayPass =
        failure instanceof AwsServiceException service
            ? service.statusCode() >= 500
            : isLostAnswer(failure);
    return mayPass ? TRIES : 1;
  }

  static boolean isThrottling(SdkException failure) {
    return failure instanceof TransactionCanceledException cancelled
        ? has(cancelled, THROTTLED_IN_TRANSACTION)
        : failure instanceof AwsServiceException service && service.isThrottlingException();
  }

  private static boolean has(TransactionCanceledException cancelled, List<String> codes) {
    return cancelled.hasCancellationReasons()
        && cancelled.cancellationReasons().stream()
            .map(CancellationReason::code)
            .anyMatch(codes::contains);
  }

  private static boolean isLostAnswer(SdkException failure) {
    return failure instanceof ApiCallTimeoutException
        || failure instanceof ApiCallAttemptTimeoutException
        || Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
            .anyMatch(IOException.class::isInstance);
  }
}
