package dev.students.cli.internal.targets;

import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * What answers at the endpoint is not DynamoDB, but for example a web server, a proxy, or the
 * sign-in page of a network. It is the cause of the SDK's exception, which the SDK copies.
 */
public final class NotDynamoDbException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private NotDynamoDbException(String sent) {
    super(sent);
  }

  /**
   * An exception that the SDK does not take for a reason to try again.
   *
   * @param sent what was sent, for example {@code text/html (HTTP 200)}
   */
  static SdkClientException inSdkException(String sent) {
    return SdkClientException.create(
        "What answers is not DynamoDB: " + sent, new NotDynamoDbException(sent));
  }
}
