package dev.students.infra.internal.restore;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.BackupInUseException;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsUnavailableException;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TableInUseException;

/**
 * Waits for AWS as long as it takes, and reports progress. A restore takes minutes to many hours,
 * so there is no deadline on it; only a refusal because something else is under way ends after an
 * hour, and a failing look at the state after ten in a row.
 *
 * @param interval between two requests
 * @param report receives a line of progress
 */
record Waiting(PollClock clock, Duration interval, Consumer<String> report) {

  private static final Duration REPORT_INTERVAL = Duration.ofMinutes(1);
  private static final Duration BUSY_LIMIT = Duration.ofHours(1);
  private static final int FAILED_LOOKS_LIMIT = 10;

  /** What one look found: a value once the wait is over, and in any case a word for the state. */
  record Look<T>(String state, Optional<T> result) {

    static <T> Look<T> pending(String state) {
      return new Look<>(state, Optional.empty());
    }

    static <T> Look<T> done(String state, T result) {
      return new Look<>(state, Optional.of(result));
    }
  }

  /**
   * Looks again and again until a look has a result.
   *
   * @throws RestoreFailedException when a look decides that it will never have one
   */
  <T> T until(String subject, Supplier<Look<T>> look) {
    Instant start = clock.now();
    Instant reported = Instant.MIN;
    String state = "";
    int failed = 0;
    while (true) {
      Look<T> found;
      try {
        found = look.get();
        failed = 0;
      } catch (SdkException e) {
        failed++;
        if (!isTransient(e) || failed == FAILED_LOOKS_LIMIT) {
          throw e;
        }
        found = Look.pending("no answer (" + failed + ")");
      }
      Instant now = clock.now();
      if (!found.state().equals(state)
          || Duration.between(reported, now).compareTo(REPORT_INTERVAL) >= 0) {
        state = found.state();
        reported = now;
        report.accept("  %s: %s, after %s".formatted(subject, state, elapsed(start, now)));
      }
      if (found.result().isPresent()) {
        return found.result().get();
      }
      clock.sleep(interval);
    }
  }

  /** Sends a request until it is no longer refused because something else is under way. */
  <T> T whileBusy(String subject, Supplier<T> request) {
    Instant start = clock.now();
    return until(
        subject,
        () -> {
          try {
            return Look.done("accepted", request.get());
          } catch (LimitExceededException
              | BackupInUseException
              | TableInUseException
              | ResourceInUseException
              | ContinuousBackupsUnavailableException e) {
            if (Duration.between(start, clock.now()).compareTo(BUSY_LIMIT) > 0) {
              throw new RestoreFailedException(
                  "%s is still refused after an hour: %s".formatted(subject, message(e)));
            }
            return Look.pending("not accepted yet");
          }
        });
  }

  private static boolean isTransient(SdkException e) {
    return e instanceof AwsServiceException service
        ? service.statusCode() >= 500 || service.isThrottlingException()
        : e instanceof SdkClientException;
  }

  private static @Nullable String message(AwsServiceException e) {
    return e.awsErrorDetails() == null ? e.getMessage() : e.awsErrorDetails().errorMessage();
  }

  private static String elapsed(Instant start, Instant now) {
    Duration elapsed = Duration.between(start, now);
    return elapsed.toMinutes() + " min " + elapsed.toSecondsPart() + " s";
  }
}
