package dev.students.truncation.internal;

import dev.students.truncation.InvalidTruncationException;
import dev.students.truncation.TruncationListener;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** The settings of a run, from its builder. */
public record Settings(
    int concurrency,
    Duration timeLimit,
    TruncationListener listener,
    Duration progressInterval,
    boolean askForUnits) {

  /** Longer than any reasonable limit, and safe from overflow in nanoseconds. */
  public static final Duration NO_TIME_LIMIT = Duration.ofDays(365);

  private static final int MAXIMUM_CONCURRENCY = 256;

  public Settings {
    if (concurrency < 1 || concurrency > MAXIMUM_CONCURRENCY) {
      throw new InvalidTruncationException(
          "concurrency", "must be 1 to " + MAXIMUM_CONCURRENCY + ", not " + concurrency);
    }
    requirePositive("timeLimit", timeLimit);
    requirePositive("progressInterval", progressInterval);
  }

  /** Which consumed capacity a truncation requests from DynamoDB. */
  ReturnConsumedCapacity returnConsumedCapacity() {
    return askForUnits ? ReturnConsumedCapacity.TOTAL : ReturnConsumedCapacity.NONE;
  }

  private static void requirePositive(String field, Duration duration) {
    if (duration.isNegative() || duration.isZero() || duration.compareTo(NO_TIME_LIMIT) > 0) {
      throw new InvalidTruncationException(
          field, "must be positive and at most one year, not " + duration);
    }
  }
}
