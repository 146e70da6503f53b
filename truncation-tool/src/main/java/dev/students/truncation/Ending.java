package dev.students.truncation;

/** Why a truncation ended. */
public enum Ending {
  /** A last, consistent scan found nothing. */
  EMPTY,
  /** The time given was over. */
  TIME_OVER,
  /** The calling thread was interrupted. */
  INTERRUPTED,
  /** Each scan found items again: the table is still being written to. */
  STILL_WRITTEN_TO,
  /** A request failed for good. */
  FAILED
}
