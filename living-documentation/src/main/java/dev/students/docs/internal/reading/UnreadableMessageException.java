package dev.students.docs.internal.reading;

/** A line of a message file cannot be read; the message is the reason, to follow a colon. */
final class UnreadableMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableMessageException(String reason) {
    super(reason);
  }
}
