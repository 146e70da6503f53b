package dev.students.cli.internal.command;

import dev.students.cli.internal.targets.Target;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Interprets an error returned by DynamoDB or Parameter Store.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Error
 *     handling with DynamoDB</a>
 */
final class AwsAnswer {

  private static final Set<String> NOT_ACCEPTED =
      Set.of(
          "UnrecognizedClientException",
          "InvalidSignatureException",
          "InvalidClientTokenId",
          "ExpiredToken",
          "ExpiredTokenException",
          "IncompleteSignature",
          "MissingAuthenticationTokenException");

  private static final Set<String> THROTTLED =
      Set.of(
          "ThrottlingException",
          "ThrottlingError",
          "ProvisionedThroughputExceeded",
          "ProvisionedThroughputExceededException",
          "RequestLimitExceeded");

  /**
   * The messages of DynamoDB and its emulators if the keys or the index differ from those of the
   * request.
   */
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?is).*(key element does not match the schema|required keys was not given a value"
              + "|missing the key|missed key schema element|does not have the specified index"
              + "|key condition not supported|type mismatch for key"
              + "|number of conditions on the keys is invalid).*");

  private AwsAnswer() {}

  static AwsFailure explain(AwsServiceException e, Target target) {
    String code = String.valueOf(e.awsErrorDetails().errorCode());
    String detail = String.valueOf(e.awsErrorDetails().errorMessage());
    if (e instanceof TransactionCanceledException cancelled) {
      Optional<CancellationReason> reason = decisive(cancelled.cancellationReasons());
      code = reason.map(CancellationReason::code).orElse(code);
      detail = reason.map(CancellationReason::message).orElse(detail);
    }
    if (code.equals("ResourceNotFoundException")) {
      return new AwsFailure(
          ErrorKind.NO_TABLE,
          "There is no such table "
              + target.location()
              + ". Check its name and AWS_REGION, or create the table (npx cdk deploy).");
    }
    if (e.isClockSkewException() || isSignatureOfAnotherTime(detail)) {
      return new AwsFailure(ErrorKind.CLOCK_SKEW, clockSkew(e, detail));
    }
    if (NOT_ACCEPTED.contains(code)) {
      return new AwsFailure(
          ErrorKind.CREDENTIALS_NOT_ACCEPTED,
          "AWS does not accept the credentials ("
              + code
              + "). Log in again, or set AWS_PROFILE to other ones.");
    }
    if (code.startsWith("AccessDenied")) {
      return new AwsFailure(
          ErrorKind.ACCESS_DENIED,
          "The credentials do not permit this "
              + target.location()
              + ". Ask for the environment's policy \"application\". AWS says: "
              + AwsFailure.sentence(detail));
    }
    if (code.startsWith("Validation") && SHAPE.matcher(detail).matches()) {
      return new AwsFailure(
          ErrorKind.NOT_A_STUDENT_TABLE,
          "The table "
              + target.location()
              + " does not have the keys and indexes that students need (see students take-over"
              + " --help). Check its name. DynamoDB says: "
              + AwsFailure.sentence(detail));
    }
    if (THROTTLED.contains(code)) {
      return new AwsFailure(
          ErrorKind.THROTTLED,
          "DynamoDB throttles requests " + target.location() + " (" + code + "). Try again later.");
    }
    return new AwsFailure(
        ErrorKind.AWS_SERVICE,
        "DynamoDB answered "
            + code
            + " (HTTP "
            + e.statusCode()
            + "): "
            + AwsFailure.sentence(detail));
  }

  /**
   * Returns why a transaction was cancelled: the first reason that is not a consequence of another.
   */
  private static Optional<CancellationReason> decisive(List<CancellationReason> reasons) {
    return reasons.stream()
        .filter(reason -> reason.code() != null && !reason.code().equals("None"))
        .findFirst();
  }

  private static boolean isSignatureOfAnotherTime(String detail) {
    return detail.startsWith("Signature expired:")
        || detail.startsWith("Signature not yet current:");
  }

  private static String clockSkew(AwsServiceException e, String detail) {
    String difference =
        e.awsErrorDetails()
            .sdkHttpResponse()
            .firstMatchingHeader("Date")
            .flatMap(AwsAnswer::difference)
            .orElse("differs from that of AWS");
    return "The clock of this computer "
        + difference
        + ", so AWS refuses its signatures. Set the clock, or have it set over the network. AWS"
        + " says: "
        + AwsFailure.sentence(detail);
  }

  private static Optional<String> difference(String date) {
    try {
      Instant there = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
      long minutes = Duration.between(there, Instant.now()).toMinutes();
      return minutes == 0
          ? Optional.empty()
          : Optional.of(
              "is %,d minutes %s".formatted(Math.abs(minutes), minutes > 0 ? "fast" : "slow"));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
