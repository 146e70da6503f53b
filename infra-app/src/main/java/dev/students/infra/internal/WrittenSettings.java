package dev.students.infra.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One environment as it is written in {@code cdk.json}: every setting optional, nothing checked but
 * types.
 */
record WrittenSettings(
    Optional<EnvironmentKind> kind,
    Optional<String> account,
    Optional<String> region,
    Optional<String> instance,
    Optional<String> encryptionKeyArn,
    Optional<Boolean> truncationFunction,
    Optional<Integer> truncationReservedConcurrency,
    Optional<Integer> logRetentionDays,
    Optional<Boolean> applicationMayReadWholeTable,
    Optional<Boolean> applicationMayErase,
    Optional<Boolean> contributorInsights,
    Optional<Integer> maxReadUnits,
    Optional<Integer> maxWriteUnits,
    Optional<Integer> warmReadUnits,
    Optional<Integer> warmWriteUnits,
    Optional<List<String>> writers,
    Optional<Alarms> alarms,
    Optional<Budget> budget,
    Optional<Backup> backup,
    Optional<Map<String, String>> tags) {

  /** The settings of {@link AlarmSettings}, all optional. */
  record Alarms(
      Optional<String> email,
      Optional<String> topicArn,
      Optional<Boolean> encryptTopic,
      Optional<Integer> throttledRequests,
      Optional<Integer> throttleEvents,
      Optional<Integer> systemErrors,
      Optional<Integer> latencyMilliseconds,
      Optional<Integer> failedConditions,
      Optional<Integer> transactionConflicts,
      Optional<Integer> readUnitsPerSecond,
      Optional<Integer> writeUnitsPerSecond) {}

  /** The settings of {@link BudgetSettings}. */
  record Budget(Optional<Integer> monthlyDollars, Optional<String> email) {}

  /** The settings of {@link BackupSettings}. */
  record Backup(
      Optional<Integer> days,
      Optional<String> copyTo,
      Optional<Integer> copyDays,
      Optional<Boolean> lock) {}

  /** The settings of {@link DeliverySettings}. */
  record Delivery(
      Optional<String> repository,
      Optional<String> ownerId,
      Optional<String> repositoryId,
      Optional<String> branch,
      Optional<String> issuer,
      Optional<String> audience,
      Optional<Map<String, String>> subjects,
      Optional<Boolean> existingProvider) {}
}
