package dev.students.docs.internal.model;

import java.util.Locale;

/** What went wrong with a run as a whole. */
public enum ProblemKind {
  /** Lines of the messages cannot be read: results may be missing. */
  UNREADABLE(true),
  /** The messages refer to what they do not hold: results may be missing. */
  INCOMPLETE(true),
  /** A feature file is not valid Gherkin. */
  PARSE_ERROR(true),
  /** A step definition cannot be used. */
  PARAMETER_TYPE(false),
  /** A hook around the whole run failed. */
  RUN_HOOK(false),
  /** Cucumber itself broke off. */
  EXCEPTION(true),
  /** The messages end before the run does. */
  ENDED_EARLY(true),
  /** No scenario was run. */
  NOTHING_RUN(true),
  /** The run does not call itself a success, and nothing above tells why. */
  REPORTED_FAILURE(false),
  /** What did not pass is not in the features as they are now. */
  SUPERSEDED(false);

  private final boolean leavesGaps;

  ProblemKind(boolean leavesGaps) {
    this.leavesGaps = leavesGaps;
  }

  /** Whether what such a run lacks may still exist. */
  public boolean leavesGaps() {
    return leavesGaps;
  }

  /** As style sheets, scripts and addresses have it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
