package dev.students.infra.internal.restore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BackupDescription;
import software.amazon.awssdk.services.dynamodb.model.BackupStatus;
import software.amazon.awssdk.services.dynamodb.model.BackupSummary;
import software.amazon.awssdk.services.dynamodb.model.BackupTypeFilter;
import software.amazon.awssdk.services.dynamodb.model.ListBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** On-demand backups of whole tables. */
record Backups(DynamoDbClient dynamoDb, Waiting waiting) {

  /** The backups of a table with a name, the newest first; also after the table was deleted. */
  List<BackupSummary> named(String table, String backupName) {
    List<BackupSummary> all = new ArrayList<>();
    @Nullable String from = null;
    do {
      @Nullable String start = from;
      ListBackupsResponse page =
          dynamoDb.listBackups(
              request ->
                  request
                      .tableName(table)
                      .backupType(BackupTypeFilter.USER)
                      .exclusiveStartBackupArn(start));
      all.addAll(page.backupSummaries());
      from = page.lastEvaluatedBackupArn();
    } while (from != null);
    return all.stream()
        .filter(backup -> backup.backupName().equals(backupName))
        .filter(backup -> backup.backupStatus() != BackupStatus.DELETED)
        .sorted(Comparator.comparing(BackupSummary::backupCreationDateTime).reversed())
        .toList();
  }

  /**
   * A backup of exactly this table that is AVAILABLE: one that an earlier run has made, unless it
   * is older than given, else a new one.
   */
  String ensure(TableDescription table, String backupName, Duration maximumAge) {
    Instant oldest = waiting.clock().now().minus(maximumAge);
    Optional<BackupSummary> earlier =
        named(table.tableName(), backupName).stream()
            .filter(backup -> backup.tableId().equals(table.tableId()))
            .filter(backup -> backup.backupCreationDateTime().isAfter(oldest))
            .findFirst();
    String arn =
        earlier
            .map(BackupSummary::backupArn)
            .orElseGet(
                () ->
                    waiting.whileBusy(
                        "Backup of table " + table.tableName(),
                        () ->
                            dynamoDb
                                .createBackup(
                                    request ->
                                        request.tableName(table.tableName()).backupName(backupName))
                                .backupDetails()
                                .backupArn()));
    awaitAvailable(arn, table);
    return arn;
  }

  private void awaitAvailable(String arn, TableDescription table) {
    waiting.until(
        "Backup " + arn.substring(arn.lastIndexOf('/') + 1),
        () -> {
          BackupDescription backup = describe(arn);
          BackupStatus status = backup.backupDetails().backupStatus();
          if (status == BackupStatus.CREATING) {
            return Waiting.Look.pending("CREATING");
          }
          requireUsable(arn, backup, table.tableId());
          return Waiting.Look.done("AVAILABLE", arn);
        });
  }

  /**
   * Looks once more, immediately before something depends on it.
   *
   * @throws RestoreFailedException unless the backup is AVAILABLE and is of exactly this table
   */
  void requireAvailable(String arn, String tableId) {
    requireUsable(arn, describe(arn), tableId);
  }

  private BackupDescription describe(String arn) {
    return dynamoDb.describeBackup(request -> request.backupArn(arn)).backupDescription();
  }

  private static void requireUsable(String arn, BackupDescription backup, String tableId) {
    if (backup.backupDetails().backupStatus() != BackupStatus.AVAILABLE) {
      throw new RestoreFailedException(
          "Backup %s is %s, not AVAILABLE. No table was deleted. Run the same command again."
              .formatted(arn, backup.backupDetails().backupStatusAsString()));
    }
    if (!backup.sourceTableDetails().tableId().equals(tableId)) {
      throw new RestoreFailedException(
          "Backup %s is of another table. No table was deleted.".formatted(arn));
    }
  }
}
