package dev.students.truncation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts to obtain a permit that does not exist. */
class TruncationPermitTest {

  private static final String PARAMETER = "/students/dev/truncation-permit";
  private static final URI ENDPOINT = URI.create("http://127.0.0.1:8000");

  private static TruncationPermit published(String arn) {
    return TruncationPermit.fromParameter(
        ParameterStore.at(ENDPOINT, Map.of(PARAMETER, arn)), "dev", PARAMETER);
  }

  private static void assertRefused(Guard guard, ThrowingCallable attempt) {
    assertThatExceptionOfType(TruncationRefusedException.class)
        .isThrownBy(attempt)
        .matches(refusal -> refusal.guard() == guard, "by " + guard);
  }

  @Test
  void fromParameter_absent_isRefused() {
    assertThatExceptionOfType(TruncationRefusedException.class)
        .isThrownBy(
            () ->
                TruncationPermit.fromParameter(
                    ParameterStore.at(ENDPOINT, Map.of()), "staging", PARAMETER))
        .withMessage(
            "The environment staging does not allow truncation: there is no parameter"
                + " /students/dev/truncation-permit. Its stack publishes one if the truncation"
                + " function is enabled.");
  }

  @Test
  void fromParameter_nameNotThatOfAPermit_isRefused() {
    String arn = "arn:aws:dynamodb:us-east-1:000000000000:table/students";

    assertRefused(
        Guard.PERMIT,
        () ->
            TruncationPermit.fromParameter(
                ParameterStore.at(ENDPOINT, Map.of("/students/staging/table-arn", arn)),
                "staging",
                "/students/staging/table-arn"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "true",
        "permitted",
        "arn:aws:dynamodb:us-east-1:000000000000:table/*",
        "arn:aws:dynamodb:*:*:table/students",
        "arn:aws:dynamodb:us-east-1:000000000000:table/students/index/gsi1",
        "arn:aws:s3:::students",
        " arn:aws:dynamodb:us-east-1:000000000000:table/students",
      })
  void fromParameter_valueNotATableArn_isRefused(String value) {
    assertRefused(Guard.PERMIT, () -> published(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://dynamodb.us-east-1.amazonaws.com",
        "https://DynamoDB.us-east-1.AmazonAWS.com.:443",
        "http://127.0.0.1.nip.io:8000",
        "http://localhost.example.com:8000",
        "http://127.0.0.1@dynamodb.us-east-1.amazonaws.com",
        "http://10.0.0.1:8000",
        "http://[::2]:8000",
        "http://0.0.0.0:8000",
        "localhost:8000",
        "dynamodb.us-east-1.amazonaws.com",
      })
  void forEmulator_hostNotLoopback_isRefused(String endpoint) {
    assertRefused(
        Guard.NOT_AN_EMULATOR,
        () -> TruncationPermit.forEmulator(URI.create(endpoint), "students"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8000",
        "http://127.8.9.10",
        "http://localhost:4566",
        "http://LOCALHOST:4566",
        "http://[::1]:4566"
      })
  void forEmulator_loopbackHost_isAccepted(String endpoint) {
    assertThat(TruncationPermit.forEmulator(URI.create(endpoint), "students").endpoint())
        .isEqualTo(URI.create(endpoint));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dynamodb.us-east-1.amazonaws.com",
        "123456789012.ddb.us-east-1.amazonaws.com.",
        "dynamodb.cn-north-1.amazonaws.com.cn",
        "dynamodb.us-east-1.api.aws"
      })
  void forEmulator_hostOfAwsAllowed_isRefused(String host) {
    assertRefused(
        Guard.NOT_AN_EMULATOR,
        () -> TruncationPermit.forEmulator(URI.create("https://" + host), "students", host));
  }

  @Test
  void forEmulator_differentHostAllowed_isRefused() {
    URI endpoint = URI.create("http://localstack:4566");

    assertThat(TruncationPermit.forEmulator(endpoint, "students", "localstack").evidence())
        .isEqualTo("emulator at localstack:4566, a host allowed by name");
    assertRefused(
        Guard.NOT_AN_EMULATOR, () -> TruncationPermit.forEmulator(endpoint, "students", "stack"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "PRODUCTION", "students-production", "prod", "eu_prod_2"})
  void fromParameter_environmentNamedProduction_isRefused(String environment) {
    assertRefused(
        Guard.PRODUCTION,
        () ->
            TruncationPermit.fromParameter(
                ParameterStore.at(
                    ENDPOINT,
                    Map.of(PARAMETER, "arn:aws:dynamodb:us-east-1:000000000000:table/students")),
                environment,
                PARAMETER));
  }

  @Test
  void fromParameter_parameterOfProduction_isRefused() {
    assertRefused(
        Guard.PRODUCTION,
        () ->
            TruncationPermit.fromParameter(
                ParameterStore.at(ENDPOINT, Map.of()),
                "dev",
                "/students/production/truncation-permit"));
  }
}
