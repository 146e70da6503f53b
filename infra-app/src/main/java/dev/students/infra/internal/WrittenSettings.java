package dev.students.infra.internal;

import java.util.Map;
import java.util.Optional;

/**
 * One environment as it is written in {@code cdk.json}: every setting optional, nothing checked but
 * types.
 */
record WrittenSettings(
    Optional<String> account,
    Optional<String> region,
    Optional<String> instance,
    Optional<String> encryptionKeyArn,
    Optional<Boolean> truncationFunction,
    Optional<Integer> truncationReservedConcurrency,
    Optional<Integer> logRetentionDays,
    Optional<Boolean> applicationMayErase,
    Optional<Alarms> alarms,
    Optional<Map<String, String>> tags) {

  /** The settings of {@link AlarmSettings}, all optional. */
  record Alarms(
      Optional<String> email,
      Optional<Integer> throttledRequests,
      Optional<Integer> throttleEvents,
      Optional<Integer> systemErrors,
      Optional<Integer> latencyMilliseconds,
      Optional<Integer> failedConditions,
      Optional<Integer> transactionConflicts,
      Optional<Integer> readUnitsPerSecond,
      Optional<Integer> writeUnitsPerSecond) {

    static final Alarms NONE =
        new Alarms(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }
}
