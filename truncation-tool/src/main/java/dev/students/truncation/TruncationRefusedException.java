package dev.students.truncation;

/** A guard refused the truncation; no item was read or deleted. */
public final class TruncationRefusedException extends TruncationException {

  private static final long serialVersionUID = 1L;

  private final Guard guard;

  public TruncationRefusedException(Guard guard, String message) {
    super(message);
    this.guard = guard;
  }

  public TruncationRefusedException(Guard guard, String message, Throwable cause) {
    super(message, cause);
    this.guard = guard;
  }

  /** The guard that refused it. */
  public Guard guard() {
    return guard;
  }
}
