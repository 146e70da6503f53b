package dev.students.cli.internal.output;

/** The outcome of a command: the member {@code outcome} of its JSON, and its exit code. */
public enum Outcome {
  DONE("done", 0),
  /** The award had been applied before; nothing changed. */
  ALREADY_APPLIED("already-applied", 0),
  /** A rule does not allow it; nothing changed. */
  REFUSED("refused", 1),
  FAILED("failed", 1),
  /** Stopped early; the work done so far is kept. */
  STOPPED("stopped", 1),
  /** A given value violates a rule; nothing was sent. */
  INVALID("invalid", 2),
  NOT_FOUND("not-found", 3),
  /** Completed, but incompletely: lines were refused or items were skipped. */
  INCOMPLETE("incomplete", 4),
  /** The table was read completely, and promises are broken. */
  BROKEN("broken", 4);

  private final String json;
  private final int exitCode;

  Outcome(String json, int exitCode) {
    this.json = json;
    this.exitCode = exitCode;
  }

  public String json() {
    return json;
  }

  public int exitCode() {
    return exitCode;
  }
}
