package dev.students.truncation.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.Crc32MismatchException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Sends requests that may be repeated without harm: again while throttled, on server errors and
 * when an answer is lost, beyond the SDK's own retries, within a limit that throttling lowers.
 *
 * @param <T> the type of the answer
 */
final class RequestSender<T> {

  /** What was received as a success does not say what was done. */
  private static final class IncompleteAnswerException extends SdkClientException {

    private static final long serialVersionUID = 1L;

    IncompleteAnswerException() {
      super(
          SdkClientException.builder()
              .message("The answer lacks what DynamoDB always sends; check for a proxy between."));
    }
  }

  /** Beyond the SDK's own; with full jitter between them about 13 s without any progress. */
  static final int MAXIMUM_TRIES_THROTTLED = 12;

  /** Beyond the SDK's own. */
  private static final int MAXIMUM_TRIES = 6;

  /** Of one call with the SDK's retries; a run that is stopped in time waits no longer. */
  static final Duration CALL_TIMEOUT = Duration.ofSeconds(12);

  private final ConcurrencyLimit limit;
  private final Predicate<T> complete;
  private final Predicate<T> throttledInPart;
  private final StopSignal stop;
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
    this.tally = tally;
  }

  /**
   * @param outcome unknown when an attempt may have taken effect unnoticed
   * @throws SdkException the last error, when it is not to be tried again
   * @throws StopSignal.StoppedException when stopped before an answer came
   */
  T send(OutcomeUnknown outcome, Function<AwsRequestOverrideConfiguration, T> call) {
    for (int failures = 1; ; failures++) {
      try {
        return attempt(outcome, call);
      } catch (SdkException failure) {
        stop.check();
        if (failures >= maximumTries(failure)) {
          throw failure;
        }
        tally.retries.increment();
        pauseAfter(failures);
      }
    }
  }

  /** Waits before the try that follows so many without progress. */
  void pauseAfter(int failures) {
    stop.pause(Backoff.DEFAULT.delay(failures, ThreadLocalRandom.current()));
  }

  private T attempt(OutcomeUnknown outcome, Function<AwsRequestOverrideConfiguration, T> call) {
    stop.check();
    var trace = new CallTrace();
    boolean throttled = false;
    long place = acquire();
    try {
      stop.check();
      T answer = call.apply(override(trace));
      if (!complete.test(answer)) {
        throw new IncompleteAnswerException();
      }
      throttled = throttledInPart.test(answer);
      return answer;
    } catch (SdkException failure) {
      throttled = isThrottling(failure) || failure instanceof ApiCallTimeoutException;
      outcome.markUnknownIf(!isRejection(failure));
      throw failure;
    } finally {
      limit.release(place, throttled || trace.throttled() || trace.timedOut());
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

  private static int maximumTries(SdkException failure) {
    if (isThrottling(failure)) {
      return MAXIMUM_TRIES_THROTTLED;
    }
    boolean mayPass =
        failure instanceof AwsServiceException ? !isRejection(failure) : isLostAnswer(failure);
    return mayPass ? MAXIMUM_TRIES : 1;
  }

  private static boolean isThrottling(SdkException failure) {
    return failure instanceof AwsServiceException service && service.isThrottlingException();
  }

  /** An answer that says no: nothing was done. */
  private static boolean isRejection(SdkException failure) {
    return failure instanceof AwsServiceException service && service.statusCode() < 500;
  }

  /** No answer, or one that arrived damaged: the request may have been carried out. */
  private static boolean isLostAnswer(SdkException failure) {
    return failure instanceof ApiCallTimeoutException
        || failure instanceof Crc32MismatchException
        || failure instanceof IncompleteAnswerException
        || failure instanceof ApiCallAttemptTimeoutException
        || Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
            .anyMatch(IOException.class::isInstance);
  }
}
