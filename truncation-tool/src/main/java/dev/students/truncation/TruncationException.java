package dev.students.truncation;

/**
 * The base class of the exceptions of this package. The message states what happened and what to do
 * next.
 */
public abstract sealed class TruncationException extends RuntimeException
    permits InvalidTruncationException, TruncationRefusedException, TruncationFailedException {

  private static final long serialVersionUID = 1L;

  TruncationException(String message) {
    super(message);
  }

  TruncationException(String message, Throwable cause) {
    super(message, cause);
  }
}
