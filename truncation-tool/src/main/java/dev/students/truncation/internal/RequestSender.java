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
 * Sends requests that may be repeated without harm: again while throttled, on server errors and
 * when an answer is lost, beyond the SDK's own retries, within a limit that throttling lowers.
 *
 * @param <T> the type of the answer
 */
final class RequestSender<T> {

  /** Beyond the SDK's own; with full jitter between them about 13 s without any progress. */
  static final int MAXIMUM_TRIES_THROTTLED = 12;

  /** Of one call with the SDK's retries; a run that is stopped in time waits no longer. */
  static final Duration CALL_TIMEOUT = Duration.ofSeconds(12);

  private final ConcurrencyLimit limit;
  private final Predicate<T> complete;
  private final Predicate<T> throttledInPart;
  private final StopSignal stop;
  private final Retries retries;
  private final Tally tally;

  /**
   * @param complete whether an answer has the members that DynamoDB always sends. One without them,
   *     such as an empty one from a proxy, tells nothing of what was done
   * @param throttledInPart whether an answer says that part of the request was throttled
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
   * @param outcome unknown when an attempt may have taken effect unnoticed
   * @throws SdkException the last error, when it is not to be tried again
   * @throws StopSignal.StoppedException when stopped before an answer came
   */
  T send(OutcomeUnknown outcome, Function<AwsRequestOverrideConfiguration, T> call) {
    return retries.call(() -> attempt(outcome, call), tally.retries::increment);
  }

  /** Waits before the try that follows so many without progress. */
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
