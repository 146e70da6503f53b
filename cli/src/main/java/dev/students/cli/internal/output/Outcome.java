package dev.students.cli.internal.output;

/** How a command ended: the member {@code outcome} of its JSON, and its exit code. */
public enum Outcome {
  DONE("done", 0),
  /** The award had been applied before; nothing changed. */
  ALREADY_APPLIED("already-applied", 0),
  /** A rule forbids it; nothing changed. */
  REFUSED("refused", 1),
  FAILED("failed", 1),
  /** Stopped before its end; what was done until then stands. */
  STOPPED("stopped", 1),
  /** A value that was given breaks a rule; nothing was sent. */
  INVALID("invalid", 2),
  NOT_FOUND("not-found", 3),
  /** Done to the end, but not all went in or came out: lines were refused, items left out. */
  INCOMPLETE("incomplete", 4),
  /** The table was read to its end, and breaks promises. */
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
