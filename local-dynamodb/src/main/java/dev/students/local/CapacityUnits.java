package dev.students.local;

/**
 * What a call consumed, in read and write request units (or capacity units, which are counted
 * alike), over the table and its indexes.
 *
 * @param read units of 4 KiB read; half of one for an eventually consistent read
 * @param write units of 1 KiB written
 * @param source who counted
 */
public record CapacityUnits(double read, double write, Source source) {

  /** Who counted the units. */
  public enum Source {
    /** We did, by AWS's published rules from the sizes of the items. */
    COMPUTED,
    /** The service did, in its answer. */
    REPORTED
  }
}
