package dev.students.acceptance.internal.targets;

/** A target cannot be used. The message is shown on the console and states what to do. */
public final class TargetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TargetException(String message) {
    super(message);
  }

  public TargetException(String message, Throwable cause) {
    super(message, cause);
  }
}
