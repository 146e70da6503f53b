package dev.students.infra.internal;

import java.util.Optional;

/**
 * When somebody is told, and who. Counts are per five minutes.
 *
 * @param email who gets a message; personal data, so {@link #toString} leaves it out
 * @param throttledRequests refused requests, for one operation
 * @param throttleEvents refused reads or writes, of the table or the index
 * @param systemErrors requests of one operation that failed inside AWS
 * @param latencyMilliseconds mean of one operation over five minutes, within DynamoDB; rings after
 *     three such in a row
 * @param failedConditions writes refused by a condition, such as a taken e-mail or a stale version
 * @param transactionConflicts items refused because two transactions touched them at once
 * @param readUnitsPerSecond the table's on-demand read quota; the alarm rings at four fifths
 * @param writeUnitsPerSecond the table's on-demand write quota; the alarm rings at four fifths
 */
public record AlarmSettings(
    Optional<String> email,
    int throttledRequests,
    int throttleEvents,
    int systemErrors,
    int latencyMilliseconds,
    int failedConditions,
    int transactionConflicts,
    int readUnitsPerSecond,
    int writeUnitsPerSecond) {

  @Override
  public String toString() {
    return "AlarmSettings[email " + (email.isPresent() ? "given" : "absent") + "]";
  }
}
