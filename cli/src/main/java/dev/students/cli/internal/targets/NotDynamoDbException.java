package dev.students.cli.internal.targets;

import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The service at the endpoint is not DynamoDB, but for example a web server, a proxy, or the
 * sign-in page of a network. It becomes the cause of the SDK's exception.
 */
public final class NotDynamoDbException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private NotDynamoDbException(String sent) {
    super(sent);
  }

  /**
   * Creates an exception that the SDK does not retry.
   *
   * @param sent what the service sent, for example {@code text/html (HTTP 200)}
   */
  static SdkClientException inSdkException(String sent) {
    return SdkClientException.create(
        "The server is not DynamoDB: it sent " + sent, new NotDynamoDbException(sent));
  }
}
