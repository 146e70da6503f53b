package dev.students.cli.internal.command;

import dev.students.cli.internal.targets.NotDynamoDbException;
import dev.students.cli.internal.targets.Target;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Interprets an exception of the SDK.
 *
 * @param kind the kind of error, for programs
 * @param message what happened and what to do
 */
record AwsFailure(ErrorKind kind, String message) {

  static AwsFailure of(SdkException e, Target target) {
    Optional<Throwable> foreign = cause(e, NotDynamoDbException.class);
    if (foreign.isPresent()) {
      return notDynamoDb(String.valueOf(foreign.get().getMessage()), target);
    }
    if (e instanceof AwsServiceException answer) {
      return answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null
          ? notDynamoDb("an error without a code (HTTP " + answer.statusCode() + ")", target)
          : AwsAnswer.explain(answer, target);
    }
    return ofConnection(e, target).orElseGet(() -> ofConfiguration(e, target));
  }

  private static Optional<AwsFailure> ofConnection(SdkException e, Target target) {
    Optional<Throwable> timeout =
        cause(e, ApiCallAttemptTimeoutException.class)
            .or(() -> cause(e, ApiCallTimeoutException.class))
            .or(() -> cause(e, SocketTimeoutException.class));
    if (cause(e, UnknownHostException.class).isPresent()) {
      return Optional.of(unreachable("Cannot resolve the host name", target));
    }
    if (cause(e, ConnectException.class).isPresent()
        || cause(e, NoRouteToHostException.class).isPresent()
        || timeout.filter(AwsFailure::whileConnecting).isPresent()) {
      return Optional.of(unreachable("Nothing answers", target));
    }
    if (cause(e, SSLException.class).isPresent()) {
      return Optional.of(
          unreachable(
              "No TLS connection can be made (is it http instead of https, or is the certificate"
                  + " not trusted by this Java?)",
              target));
    }
    if (timeout.isPresent()) {
      String message = "No answer came in time " + target.location() + ". " + target.whenSilent();
      return Optional.of(new AwsFailure(ErrorKind.TIMEOUT, message));
    }
    return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
            .anyMatch(link -> String.valueOf(link.getMessage()).contains("Invalid Http response"))
        ? Optional.of(notDynamoDb("an answer that is not HTTP", target))
        : Optional.empty();
  }

  private static boolean whileConnecting(Throwable timeout) {
    return String.valueOf(timeout.getMessage())
        .toLowerCase(Locale.ROOT)
        .startsWith("connect timed out");
  }

  /** The SDK has no specific exception for a missing configuration of the caller. */
  private static AwsFailure ofConfiguration(SdkException e, Target target) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("load credentials")) {
      return new AwsFailure(
          ErrorKind.NO_CREDENTIALS,
          "There are no AWS credentials to work with "
              + target.location()
              + ". Log in (aws sso login, aws configure) or set AWS_PROFILE.");
    }
    if (message.contains("load region")) {
      return new AwsFailure(
          ErrorKind.NO_REGION,
          "There is no AWS Region to work in. Set AWS_REGION, or region in your AWS profile.");
    }
    return new AwsFailure(
        ErrorKind.AWS_CLIENT, "The request failed " + target.location() + ": " + sentence(message));
  }

  private static AwsFailure notDynamoDb(String sent, Target target) {
    return new AwsFailure(
        ErrorKind.NOT_DYNAMODB,
        "The server "
            + target.location()
            + " is not DynamoDB: it sent "
            + sent
            + ". Check the address; a proxy, a load balancer or the sign-in page of a network may"
            + " also have answered instead.");
  }

  private static AwsFailure unreachable(String what, Target target) {
    return new AwsFailure(
        ErrorKind.UNREACHABLE, what + " " + target.location() + ". " + target.whenSilent());
  }

  static String sentence(@Nullable String text) {
    String said = text == null || text.isBlank() ? "no details" : text.strip();
    return said.endsWith(".") ? said : said + ".";
  }

  private static Optional<Throwable> cause(Throwable e, Class<? extends Throwable> type) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .filter(type::isInstance)
        .findFirst();
  }
}
