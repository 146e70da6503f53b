package dev.students.requests;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.Crc32MismatchException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * What the failure of a request to DynamoDB says about trying it again.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">DynamoDB
 *     error handling</a>
 */
public enum FailureKind {
  /** DynamoDB throttled the request, or a part of the transaction; nothing was done. */
  THROTTLED,
  /** The transaction was cancelled because of another one on the same items; nothing was done. */
  CONFLICT,
  /** DynamoDB refused the request; nothing was done, and nothing else comes of another try. */
  REJECTED,
  /** DynamoDB failed (status 5xx); the request may have been carried out. */
  SERVER_ERROR,
  /**
   * No answer arrived, or a damaged one (of another length or checksum, or without what DynamoDB
   * always sends); the request may have been carried out.
   */
  ANSWER_LOST,
  /** The client failed for a reason of its own, such as missing credentials. */
  CLIENT_ERROR;

  private static final List<String> THROTTLED_IN_TRANSACTION =
      List.of("ThrottlingError", "ProvisionedThroughputExceeded", "RequestLimitExceeded");

  /** The kind of a failure. */
  public static FailureKind of(SdkException failure) {
    if (failure instanceof TransactionCanceledException cancelled) {
      return ofCancellation(cancelled);
    }
    if (failure instanceof AwsServiceException service) {
      if (service.isThrottlingException()) {
        return THROTTLED;
      }
      return service.statusCode() >= 500 ? SERVER_ERROR : REJECTED;
    }
    return isLostAnswer(failure) ? ANSWER_LOST : CLIENT_ERROR;
  }

  /** Whether DynamoDB has said that it did nothing. */
  public boolean didNothing() {
    return switch (this) {
      case THROTTLED, CONFLICT, REJECTED -> true;
      case SERVER_ERROR, ANSWER_LOST, CLIENT_ERROR -> false;
    };
  }

  private static FailureKind ofCancellation(TransactionCanceledException cancelled) {
    if (has(cancelled, THROTTLED_IN_TRANSACTION)) {
      return THROTTLED;
    }
    return has(cancelled, List.of("TransactionConflict")) ? CONFLICT : REJECTED;
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
        || failure instanceof Crc32MismatchException
        || failure instanceof IncompleteAnswerException
        || Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
            .anyMatch(IOException.class::isInstance);
  }
}
