package dev.students.cli.internal.command;

import dev.students.cli.internal.targets.Target;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What an exception of the SDK means.
 *
 * @param kind what went wrong, for programs
 * @param message what happened and what to do
 * @param mayHaveTakenEffect whether a write may have been applied nevertheless
 */
record AwsFailure(ErrorKind kind, String message, boolean mayHaveTakenEffect) {

  private static final Set<String> NOT_ACCEPTED =
      Set.of(
          "UnrecognizedClientException",
          "InvalidSignatureException",
          "InvalidClientTokenId",
          "ExpiredToken",
          "ExpiredTokenException",
          "IncompleteSignature",
          "MissingAuthenticationTokenException");

  static AwsFailure of(SdkException e, Target target) {
    if (e instanceof AwsServiceException answer && answer.awsErrorDetails() != null) {
      return ofAnswer(answer, target);
    }
    if (cause(e, UnknownHostException.class)) {
      return unreachable("Cannot resolve the host name", target);
    }
    if (cause(e, ConnectException.class) || cause(e, NoRouteToHostException.class)) {
      return unreachable("Nothing answers", target);
    }
    if (cause(e, SocketTimeoutException.class)) {
      boolean beforeConnecting = String.valueOf(e.getMessage()).contains("onnect timed out");
      return beforeConnecting
          ? unreachable("Nothing answers", target)
          : new AwsFailure(
              ErrorKind.TIMEOUT,
              "No answer came in time " + target.location() + ". " + target.whenSilent(),
              true);
    }
    return ofConfiguration(e, target);
  }

  /** The SDK has no type of its own for what is missing on the caller's side. */
  private static AwsFailure ofConfiguration(SdkException e, Target target) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("load credentials")) {
      return new AwsFailure(
          ErrorKind.NO_CREDENTIALS,
          "There are no AWS credentials to work with "
              + target.location()
              + ". Log in (aws sso login, aws configure) or set AWS_PROFILE.",
          false);
    }
    if (message.contains("load region")) {
      return new AwsFailure(
          ErrorKind.NO_REGION,
          "There is no AWS Region to work in. Set AWS_REGION, or region in your AWS profile.",
          false);
    }
    return new AwsFailure(
        ErrorKind.AWS_CLIENT,
        "The request failed " + target.location() + ": " + sentence(message),
        true);
  }

  private static AwsFailure ofAnswer(AwsServiceException e, Target target) {
    String code = String.valueOf(e.awsErrorDetails().errorCode());
    if (code.equals("ResourceNotFoundException")) {
      return new AwsFailure(
          ErrorKind.NO_TABLE,
          "There is no such table "
              + target.location()
              + ". Check its name and AWS_REGION, or make the table (npx cdk deploy).",
          false);
    }
    if (NOT_ACCEPTED.contains(code)) {
      return new AwsFailure(
          ErrorKind.CREDENTIALS_NOT_ACCEPTED,
          "AWS does not accept the credentials ("
              + code
              + "). Log in again, or set AWS_PROFILE to other ones.",
          false);
    }
    if (code.startsWith("AccessDenied")) {
      return new AwsFailure(
          ErrorKind.ACCESS_DENIED,
          "The credentials may not do this "
              + target.location()
              + ". Ask for the environment's policy \"application\". AWS says: "
              + sentence(detail(e)),
          false);
    }
    if (code.equals("ValidationException")) {
      return new AwsFailure(
          ErrorKind.NOT_A_STUDENT_TABLE,
          "The table "
              + target.location()
              + " is of another shape than students have (keys pk and sk, index gsi1). Check its"
              + " name. DynamoDB says: "
              + sentence(detail(e)),
          false);
    }
    return new AwsFailure(
        ErrorKind.AWS_SERVICE,
        "DynamoDB answered " + code + " (HTTP " + e.statusCode() + "): " + sentence(detail(e)),
        e.statusCode() >= 500);
  }

  private static AwsFailure unreachable(String what, Target target) {
    return new AwsFailure(
        ErrorKind.UNREACHABLE, what + " " + target.location() + ". " + target.whenSilent(), false);
  }

  private static @Nullable String detail(AwsServiceException e) {
    return e.awsErrorDetails().errorMessage();
  }

  private static String sentence(@Nullable String text) {
    String said = text == null || text.isBlank() ? "no more than that" : text.strip();
    return said.endsWith(".") ? said : said + ".";
  }

  private static boolean cause(Throwable e, Class<? extends Throwable> type) {
    return Stream.iterate(
            Optional.of(e), Optional::isPresent, link -> link.map(Throwable::getCause))
        .anyMatch(link -> type.isInstance(link.get()));
  }
}
