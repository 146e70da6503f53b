package dev.students.infra.internal.restore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BackupStatus;
import software.amazon.awssdk.services.dynamodb.model.BackupSummary;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableAlreadyExistsException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/**
 * Puts a restored table in the place of the one that it was restored from. Like the whole restore,
 * each step starts from what AWS says, so that it can be repeated after any interruption.
 */
final class TableReplacement {

  private static final Duration ANY_AGE = Duration.ofDays(3650);

  /**
   * What was written after the backup before the deletion would be in point-in-time recovery only.
   */
  private static final Duration AGE_OF_LAST_BACKUP = Duration.ofHours(1);

  private final DynamoDbClient dynamoDb;
  private final Consumer<String> report;
  private final Waiting waiting;
  private final Tables tables;
  private final Backups backups;
  private final String name;
  private final String restoredName;
  private final Instant point;

  TableReplacement(
      DynamoDbClient dynamoDb,
      Consumer<String> report,
      Waiting waiting,
      Tables tables,
      Backups backups,
      String name,
      String restoredName,
      Instant point) {
    this.dynamoDb = dynamoDb;
    this.report = report;
    this.waiting = waiting;
    this.tables = tables;
    this.backups = backups;
    this.name = name;
    this.restoredName = restoredName;
    this.point = point;
  }

  /** The name of the last backup of the table that is replaced. */
  String lastBackupName() {
    return name + "-before-" + TableRestore.SUFFIX.format(point);
  }

  /** Whether the table under the name is the restored one already. */
  boolean isDone() {
    return tables.find(name).map(this::isFromOurBackup).orElse(false);
  }

  private boolean isFromOurBackup(TableDescription table) {
    return table.restoreSummary() != null
        && table.restoreSummary().sourceBackupArn() != null
        && restoredBackups().stream()
            .map(BackupSummary::backupArn)
            .anyMatch(table.restoreSummary().sourceBackupArn()::equals);
  }

  private List<BackupSummary> restoredBackups() {
    return backups.named(restoredName, restoredName);
  }

  /**
   * Deletes the old table, once backups of both are AVAILABLE, and restores under its name.
   *
   * @param restoreBeside makes, or finds, the restored table
   */
  void putInPlace(Supplier<TableDescription> restoreBeside) {
    String backup = backupToRestore(restoreBeside);
    tables.find(name).ifPresent(old -> delete(old, backup));
    restoreFrom(backup);
  }

  /** The backup of the restored table: after the old table's deletion, the one that stands. */
  private String backupToRestore(Supplier<TableDescription> restoreBeside) {
    if (tables.find(name).isEmpty()) {
      Optional<BackupSummary> standing =
          restoredBackups().stream()
              .filter(it -> it.backupStatus() == BackupStatus.AVAILABLE)
              .findFirst();
      if (standing.isPresent()) {
        return standing.get().backupArn();
      }
    }
    return backups.ensure(restoreBeside.get(), restoredName, ANY_AGE);
  }

  private void delete(TableDescription old, String successor) {
    if (old.tableStatus() == TableStatus.DELETING) {
      tables.awaitDeleted(name, old.tableId());
      return;
    }
    if (old.creationDateTime().isAfter(point)) {
      throw new RestoreFailedException(
          "Table %s was created at %s, after the time to restore to. It was not touched."
              .formatted(name, old.creationDateTime()));
    }
    TableDescription restored =
        tables
            .find(restoredName)
            .orElseThrow(
                () ->
                    new RestoreFailedException(
                        "Table %s has disappeared. Table %s was not touched."
                            .formatted(restoredName, name)));
    String last = backups.ensure(old, lastBackupName(), AGE_OF_LAST_BACKUP);
    backups.requireAvailable(last, old.tableId());
    backups.requireAvailable(successor, restored.tableId());
    report.accept("Deleting table %s; its last backup is %s.".formatted(name, last));
    unprotect(old);
    waiting.whileBusy(
        "Deletion of " + name,
        () -> {
          try {
            dynamoDb.deleteTable(request -> request.tableName(name));
          } catch (ResourceNotFoundException e) {
            // An earlier request whose answer was lost.
          }
          return name;
        });
    tables.awaitDeleted(name, old.tableId());
  }

  private void unprotect(TableDescription old) {
    if (new LiveSettings(dynamoDb).resourcePolicy(old.tableArn()).isPresent()) {
      dynamoDb.deleteResourcePolicy(request -> request.resourceArn(old.tableArn()));
    }
    if (Boolean.TRUE.equals(old.deletionProtectionEnabled())) {
      waiting.whileBusy(
          "Deletion protection of " + name,
          () ->
              dynamoDb.updateTable(
                  request -> request.tableName(name).deletionProtectionEnabled(false)));
      tables.awaitActive(name);
    }
  }

  private void restoreFrom(String backup) {
    report.accept("Restoring backup %s as table %s.".formatted(backup, name));
    waiting.whileBusy(
        "Restore into " + name,
        () -> {
          try {
            dynamoDb.restoreTableFromBackup(
                request -> request.targetTableName(name).backupArn(backup));
          } catch (TableAlreadyExistsException e) {
            // An earlier request whose answer was lost; what it made is checked afterwards.
          }
          return name;
        });
    TableDescription table = tables.awaitActive(name);
    if (!isFromOurBackup(table)) {
      throw new RestoreFailedException(
          "Table %s exists, but it does not come from backup %s. Somebody else has created it."
              .formatted(name, backup));
    }
  }
}
