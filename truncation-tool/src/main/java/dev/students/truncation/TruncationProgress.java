package dev.students.truncation;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * The progress of a truncation.
 *
 * @param scanned the number of items that scans have returned
 * @param deleted the number of items whose deletion DynamoDB has confirmed
 * @param approximateTotal the number of items according to DescribeTable, which AWS updates about
 *     every six hours; empty if unknown
 * @param elapsed the time since the start
 * @param retries the number of retries so far
 */
public record TruncationProgress(
    long scanned, long deleted, OptionalLong approximateTotal, Duration elapsed, long retries) {

  /**
   * The number of items deleted per second since the start, or scanned per second if none has been
   * deleted.
   */
  public double itemsPerSecond() {
    double seconds = elapsed.toNanos() / 1e9;
    return seconds == 0 ? 0 : (deleted > 0 ? deleted : scanned) / seconds;
  }
}
