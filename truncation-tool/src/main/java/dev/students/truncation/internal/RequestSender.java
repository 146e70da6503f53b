package dev.students.truncation.internal;

import dev.students.requests.ConcurrencyLimit;
import dev.students.requests.FailureKind;
import dev.students.requests.IncompleteAnswerException;
import dev.students.requests.Retries;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Sends idempotent requests. Retries throttling, server errors and lost responses after the SDK's
 * own retries are exhausted, within a concurrency limit that throttling lowers.
 *
 * @param <T> the type of the response
 */
final class RequestSender<T> {

  /**
   * The number of retries after the SDK's own; with full jitter they take about 13 s without
   * progress.
   */
  static final int MAXIMUM_TRIES_THROTTLED = 12;

  /**
   * The timeout of one call including the SDK's retries, and so the longest wait of a run that
   * reaches its time limit.
   */
  static final Duration CALL_TIMEOUT = Duration.ofSeconds(12);

  private final ConcurrencyLimit limit;
  private final Predicate<T> complete;
  private final Predicate<T> throttledInPart;
  private final StopSignal stop;
  private final Retries retries;
  private final Tally tally;

  /**
   * @param complete whether a response has the members that DynamoDB always sends. A response
   *     without them, such as an empty one from a proxy, does not show what was done
   * @param throttledInPart whether a response indicates that part of the request was throttled
   */
  RequestSender(
      ConcurrencyLimit limit,
      Predicate<T> complete,
      Predicate<T> throttledInPart,
      StopSignal stop,
      Tally tally) {
    this.limit = limit;
    this.complete = complete;
    this.throttledInPart = throttledInPart;
    this.stop = stop;
    this.retries = new Retries(MAXIMUM_TRIES_THROTTLED, stop::pause);
    this.tally = tally;
  }

  /**
   * @param outcome set to unknown if an attempt may have taken effect without a response
   * @throws SdkException the last error, if it cannot be retried or retries are exhausted
   * @throws StopSignal.StoppedException if stopped before a response arrived
   */
  T send(OutcomeUnknown outcome, Function<AwsRequestOverrideConfiguration, T> call) {
    return retries.call(() -> attempt(outcome, call), tally.retries::increment);
  }

  /** Waits before the next attempt, after the given number of attempts without progress. */
  void pauseAfter(int failures) {
    retries.pauseAfter(failures);
  }

  private T attempt(OutcomeUnknown outcome, Function<AwsRequestOverrideConfiguration, T> call) {
    stop.check();
    var trace = new CallTrace();
    boolean throttled = false;
    long permit = acquire();
    try {
      stop.check();
      T answer = call.apply(override(trace));
      if (!complete.test(answer)) {
        throw new IncompleteAnswerException();
      }
      throttled = throttledInPart.test(answer);
      return answer;
    } catch (SdkException failure) {
      FailureKind kind = FailureKind.of(failure);
      throttled = kind == FailureKind.THROTTLED || failure instanceof ApiCallTimeoutException;
      outcome.markUnknownIf(!kind.didNothing());
      stop.check();
      throw failure;
    } finally {
      limit.release(permit, throttled || trace.throttled() || trace.timedOut());
      outcome.markUnknownIf(trace.answerLost());
      tally.requests.increment();
      tally.retries.add(trace.retries());
    }
  }

  private long acquire() {
    try {
      return limit.acquire();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StopSignal.StoppedException();
    }
  }

  private static AwsRequestOverrideConfiguration override(CallTrace trace) {
    return AwsRequestOverrideConfiguration.builder()
        .apiCallTimeout(CALL_TIMEOUT)
        .addMetricPublisher(trace)
        .build();
  }
}
