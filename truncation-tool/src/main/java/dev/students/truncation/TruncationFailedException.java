package dev.students.truncation;

/**
 * AWS returned an error that cannot be retried, or retries were exhausted, or the listener threw an
 * exception; the truncation was stopped. The cause is the original exception.
 */
public final class TruncationFailedException extends TruncationException {

  private static final long serialVersionUID = 1L;

  private final transient TruncationResult result;

  public TruncationFailedException(TruncationResult result, Throwable cause) {
    super(
        "The truncation of "
            + result.table()
            + " stopped after "
            + result.deleted()
            + " deleted items: "
            + cause.getMessage()
            + " Running it again resumes.",
        cause);
    this.result = result;
  }

  /** The work that had been done when it stopped; never complete. */
  public TruncationResult result() {
    return result;
  }
}
