package dev.students.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.Crc32MismatchException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class FailureKindTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(throttled(), FailureKind.THROTTLED),
        Arguments.of(cancelled("None", "ThrottlingError"), FailureKind.THROTTLED),
        Arguments.of(
            cancelled("TransactionConflict", "RequestLimitExceeded"), FailureKind.THROTTLED),
        Arguments.of(cancelled("None", "TransactionConflict"), FailureKind.CONFLICT),
        Arguments.of(cancelled("ConditionalCheckFailed"), FailureKind.REJECTED),
        Arguments.of(answered(400), FailureKind.REJECTED),
        Arguments.of(answered(500), FailureKind.SERVER_ERROR),
        Arguments.of(answered(503), FailureKind.SERVER_ERROR),
        Arguments.of(ApiCallTimeoutException.create(1), FailureKind.ANSWER_LOST),
        Arguments.of(
            Crc32MismatchException.create("checksum", new IllegalStateException()),
            FailureKind.ANSWER_LOST),
        Arguments.of(new IncompleteAnswerException(), FailureKind.ANSWER_LOST),
        Arguments.of(
            SdkClientException.create("closed", new IllegalStateException(new IOException())),
            FailureKind.ANSWER_LOST),
        Arguments.of(SdkClientException.create("no credentials"), FailureKind.CLIENT_ERROR));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void kind_ofEachFailure_isKnown(SdkException failure, FailureKind kind) {
    assertThat(FailureKind.of(failure)).isEqualTo(kind);
  }

  static SdkException throttled() {
    return ProvisionedThroughputExceededException.builder()
        .statusCode(400)
        .awsErrorDetails(
            AwsErrorDetails.builder().errorCode("ProvisionedThroughputExceededException").build())
        .build();
  }

  static SdkException answered(int status) {
    return DynamoDbException.builder().statusCode(status).build();
  }

  private static SdkException cancelled(String... codes) {
    return TransactionCanceledException.builder()
        .statusCode(400)
        .cancellationReasons(
            Arrays.stream(codes)
                .map(code -> CancellationReason.builder().code(code).build())
                .toList())
        .build();
  }
}
