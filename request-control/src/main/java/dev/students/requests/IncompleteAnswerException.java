package dev.students.requests;

import software.amazon.awssdk.core.exception.SdkClientException;

/** What was received as a success lacks what DynamoDB always sends, so it tells nothing. */
public final class IncompleteAnswerException extends SdkClientException {

  private static final long serialVersionUID = 1L;

  public IncompleteAnswerException() {
    super(
        SdkClientException.builder()
            .message("The answer lacks what DynamoDB always sends; check for a proxy between."));
  }
}
