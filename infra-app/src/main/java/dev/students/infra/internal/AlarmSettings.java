package dev.students.infra.internal;

import java.util.Optional;

/**
 * Alarm thresholds and recipients. Counts are per five minutes.
 *
 * @param email receives a message for each alarm; personal data, so {@link #toString} omits it
 * @param topicArn an existing topic, which takes the place of one of the stack's own
 * @param encryptTopic whether the stack's own topic is encrypted with the environment's key
 * @param throttledRequests throttled requests of one operation
 * @param throttleEvents throttled reads or writes of the table or the index
 * @param systemErrors requests of one operation that failed inside AWS
 * @param latencyMilliseconds mean of one operation over five minutes, within DynamoDB; the alarm is
 *     raised after three such periods in a row
 * @param failedConditions writes refused by a condition, such as a taken e-mail or a stale version
 * @param transactionConflicts items refused because two transactions touched them at once
 * @param readUnitsPerSecond the table's on-demand read quota; the alarm is raised at four fifths
 * @param writeUnitsPerSecond the table's on-demand write quota; the alarm is raised at four fifths
 */
public record AlarmSettings(
    Optional<String> email,
    Optional<String> topicArn,
    boolean encryptTopic,
    int throttledRequests,
    int throttleEvents,
    int systemErrors,
    int latencyMilliseconds,
    int failedConditions,
    int transactionConflicts,
    int readUnitsPerSecond,
    int writeUnitsPerSecond) {

  /** Whether somebody is told of an alarm, as far as the settings say. */
  public boolean haveRecipient() {
    return email.isPresent() || topicArn.isPresent();
  }

  @Override
  public String toString() {
    return "AlarmSettings[email " + (email.isPresent() ? "given" : "absent") + "]";
  }
}
