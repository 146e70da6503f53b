package dev.students.truncation;

/** Why a truncation ended. */
public enum Ending {
  /** A final, strongly consistent scan found no items. */
  EMPTY,
  /** The time limit was reached. */
  TIME_OVER,
  /** The calling thread was interrupted. */
  INTERRUPTED,
  /** Every scan found more items, because the table is still being written to. */
  STILL_WRITTEN_TO,
  /** A request failed permanently. */
  FAILED
}
