package dev.students.truncation;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How far a truncation has come.
 *
 * @param scanned items that scans have returned
 * @param deleted items whose deletion DynamoDB has confirmed
 * @param approximateTotal the number of items by DescribeTable, which AWS renews about every six
 *     hours; empty where it knows none
 * @param elapsed since the start
 * @param retries so far
 */
public record TruncationProgress(
    long scanned, long deleted, OptionalLong approximateTotal, Duration elapsed, long retries) {

  /** Items per second since the start: deleted ones, or scanned ones where none is deleted. */
  public double itemsPerSecond() {
    double seconds = elapsed.toNanos() / 1e9;
    return seconds == 0 ? 0 : (deleted > 0 ? deleted : scanned) / seconds;
  }
}
