package dev.students.local;

/**
 * The read and write request units (or capacity units, which are counted in the same way) that a
 * call consumed on the table and its indexes.
 *
 * @param read units of 4 KiB read; half a unit for an eventually consistent read
 * @param write units of 1 KiB written
 * @param source how the units were determined
 */
public record CapacityUnits(double read, double write, Source source) {

  /** How units were determined. */
  public enum Source {
    /** Computed from the sizes of the items by AWS's published rules. */
    COMPUTED,
    /** Reported by the service in its response. */
    REPORTED
  }
}
