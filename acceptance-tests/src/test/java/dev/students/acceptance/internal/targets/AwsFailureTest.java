package dev.students.acceptance.internal.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class AwsFailureTest {

  private static final Map<String, String> NO_VARIABLES = Map.of();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ExpiredTokenException | 400 | The AWS credentials have expired (ExpiredTokenException). Renew",
        "UnrecognizedClientException | 400 | AWS does not accept the credentials (",
        "AccessDeniedException | 400 | AWS refused: why",
        "'' | 502 | The answer was a server error (502), also when repeated. Try again later.",
        "ValidationException | 400 | AWS refused: why",
      })
  void reason_responseOfAws_isIncluded(String code, int status, String reason) {
    assertThat(new AwsFailure(NO_VARIABLES).of(answer(code, status))).startsWith(reason);
  }

  @Test
  void reason_accessDenied_namesThePolicy() {
    AwsFailure failure = new AwsFailure(NO_VARIABLES);
    assertThat(failure.of(answer("AccessDeniedException", 400))).contains("\"acceptance\"");
    assertThat(failure.of(answer("ExpiredTokenException", 400))).doesNotContain("policy");
    assertThat(failure.of(answer("", 502))).doesNotContain("policy");
  }

  @ParameterizedTest
  @CsvSource({
    "dynamodb-fips.eu-west-9.amazonaws.com, AWS_USE_FIPS_ENDPOINT",
    "dynamodb.eu-west-9.api.aws, AWS_USE_DUALSTACK_ENDPOINT",
    "dynamodb.eu-west-9.amazonaws.com, Cannot resolve the host name dynamodb.eu-west-9",
  })
  void reason_unknownHost_namesTheSettingThatSpecifiesIt(String host, String reason) {
    SdkException failure =
        SdkClientException.create(
            "Received an UnknownHostException", new UnknownHostException(host));
    assertThat(new AwsFailure(NO_VARIABLES).of(failure)).contains(reason);
  }

  @Test
  void reason_noConnectionThroughAProxy_namesTheVariable() {
    SdkException failure =
        SdkClientException.create(
            "Unable to execute HTTP request", new ConnectException("Connection refused"));
    assertThat(new AwsFailure(Map.of("HTTP_PROXY", "http://user:secret@proxy:3128")).of(failure))
        .contains("could not be reached", "HTTP_PROXY")
        .doesNotContain("secret", "credentials");
    assertThat(new AwsFailure(NO_VARIABLES).of(failure)).doesNotContain("PROXY");
  }

  @Test
  void reason_noCredentials_saysHowToProvideThem() {
    SdkException failure =
        SdkClientException.create(
            "Unable to load credentials from any of the providers in the chain: many");
    assertThat(new AwsFailure(NO_VARIABLES).of(failure))
        .isEqualTo(
            "The request could not be sent: Unable to load credentials. Give credentials and a Region, for"
                + " example by AWS_PROFILE and AWS_REGION after `aws sso login`.");
  }

  private static SdkException answer(String code, int status) {
    return DynamoDbException.builder()
        .message("why")
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage("why").build())
        .build();
  }
}
