package dev.students.acceptance.internal.targets;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Explains why AWS, or an emulator, did not fulfil a request, and what to do. */
final class AwsFailure {

  private static final Set<String> EXPIRED =
      Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");
  private static final Set<String> UNKNOWN_CREDENTIALS =
      Set.of(
          "UnrecognizedClientException",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "SignatureDoesNotMatch",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException",
          "IncompleteSignature");
  private static final Set<String> DENIED =
      Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation");
  private static final List<String> PROXY_VARIABLES =
      List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy");
  private static final String GIVE_CREDENTIALS =
      "Give credentials and a Region, for example by AWS_PROFILE and AWS_REGION after `aws sso"
          + " login`.";

  private final Map<String, String> variables;

  /**
   * @param variables the environment variables, some of which can explain a failure
   */
  AwsFailure(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  static String reason(SdkException failure) {
    return new AwsFailure(System.getenv()).of(failure);
  }

  String of(SdkException failure) {
    return failure instanceof AwsServiceException answered ? answer(answered) : noAnswer(failure);
  }

  private String answer(AwsServiceException failure) {
    String code =
        Optional.ofNullable(failure.awsErrorDetails()).map(AwsErrorDetails::errorCode).orElse("");
    if (EXPIRED.contains(code)) {
      return "The AWS credentials have expired ("
          + code
          + "). Renew them, for example by `aws sso"
          + " login`.";
    }
    if (UNKNOWN_CREDENTIALS.contains(code)) {
      return "AWS does not accept the credentials (" + code + "). " + GIVE_CREDENTIALS;
    }
    if (DENIED.contains(code)) {
      return "AWS refused: "
          + failure.getMessage()
          + ". The managed policy \"acceptance\" of the stack allows what the scenarios need, in"
          + " the account and Region of that stack.";
    }
    if (failure.statusCode() >= 500) {
      return "The answer was a server error ("
          + failure.statusCode()
          + "), also when repeated. Try again later."
          + proxy();
    }
    return "AWS refused: " + failure.getMessage() + ".";
  }

  private String noAnswer(SdkException failure) {
    Optional<UnknownHostException> unknownHost = cause(failure, UnknownHostException.class);
    if (unknownHost.isPresent()) {
      return unknownHost(String.valueOf(unknownHost.get().getMessage()));
    }
    if (cause(failure, ConnectException.class).isPresent()
        || cause(failure, SocketTimeoutException.class).isPresent()) {
      return "AWS could not be reached: " + summary(failure) + "." + proxy();
    }
    return "The request could not be sent: " + summary(failure) + ". " + GIVE_CREDENTIALS;
  }

  private String unknownHost(String host) {
    String setting = "";
    if (host.contains("fips")) {
      setting =
          " It is a FIPS endpoint, which the settings require (AWS_USE_FIPS_ENDPOINT or the"
              + " profile's use_fips_endpoint) and not every Region has.";
    } else if (host.contains(".api.")) {
      setting =
          " It is a dual-stack endpoint, which the settings require (AWS_USE_DUALSTACK_ENDPOINT or"
              + " the profile's use_dualstack_endpoint) and not every Region has.";
    }
    return "Cannot resolve the host name " + host + "." + setting + proxy();
  }

  private String proxy() {
    return PROXY_VARIABLES.stream()
        .filter(variables::containsKey)
        .findFirst()
        .map(variable -> " The request went through the proxy that " + variable + " names.")
        .orElse("");
  }

  /** Omits the list of everything that the SDK has tried. */
  private static String summary(SdkException failure) {
    return String.valueOf(failure.getMessage()).replaceFirst("(?s)( from any of |:).*", "");
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
