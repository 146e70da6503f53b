package dev.students.infra.internal.restore;

/**
 * The restore cannot go on. The message says what was found, what has been changed so far where
 * that matters, and what to do.
 */
public final class RestoreFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RestoreFailedException(String message) {
    super(message);
  }
}
