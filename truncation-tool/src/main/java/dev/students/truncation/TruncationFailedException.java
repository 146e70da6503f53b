package dev.students.truncation;

/**
 * AWS answered with an error that another try would not mend, or went on failing, or the listener
 * threw; everything was stopped. The cause is the error as the SDK reports it.
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

  /** What had been done when it stopped; never complete. */
  public TruncationResult result() {
    return result;
  }
}
