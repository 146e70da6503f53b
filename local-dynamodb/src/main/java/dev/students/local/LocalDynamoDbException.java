package dev.students.local;

/** DynamoDB Local could not be started or stopped. The message states why and what to do. */
public final class LocalDynamoDbException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LocalDynamoDbException(String message, Throwable cause) {
    super(message, cause);
  }
}
