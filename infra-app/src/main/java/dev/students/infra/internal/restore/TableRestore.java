package dev.students.infra.internal.restore;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryDescription;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.RestoreSummary;
import software.amazon.awssdk.services.dynamodb.model.TableAlreadyExistsException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Restores a table to a point in time, beside it or in its place. Every step starts from what AWS
 * says of tables and backups, and nothing is kept on this machine, so the same call goes on after
 * any interruption, also elsewhere. A table is deleted only when a backup of it and a backup of its
 * successor are both AVAILABLE.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/pointintimerecovery_restores.html">Restoring
 *     a table</a>
 */
public final class TableRestore {

  static final DateTimeFormatter SUFFIX =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private final DynamoDbClient dynamoDb;
  private final Consumer<String> report;
  private final Waiting waiting;
  private final Tables tables;
  private final Backups backups;
  private final String name;
  private final Instant point;
  private final String restoredName;

  /**
   * Prepares a restore; sends nothing.
   *
   * @param table the table's name
   * @param point the time to which to restore, in whole seconds
   * @param interval between two looks at the state
   * @param report receives progress, a line at a time
   */
  public TableRestore(
      DynamoDbClient dynamoDb,
      String table,
      Instant point,
      PollClock clock,
      Duration interval,
      Consumer<String> report) {
    this.dynamoDb = dynamoDb;
    this.report = report;
    this.waiting = new Waiting(clock, interval, report);
    this.tables = new Tables(dynamoDb, waiting);
    this.backups = new Backups(dynamoDb, waiting);
    this.name = table;
    this.point = point;
    this.restoredName = table + "-restored-" + SUFFIX.format(point);
  }

  /** The name of the table into which the restore goes. */
  public String restoredName() {
    return restoredName;
  }

  /**
   * Restores into a new table beside the old one, which is not changed.
   *
   * @throws RestoreFailedException when the point cannot be restored, or a table stands in the way
   */
  public TableDescription restoreBeside() {
    Optional<TableDescription> earlier = tables.find(restoredName);
    if (earlier.isEmpty()) {
      requireRestorable();
      start();
    }
    TableDescription restored = tables.awaitActive(restoredName);
    RestoreSummary summary = restored.restoreSummary();
    if (summary == null
        || summary.sourceTableArn() == null
        || !summary.sourceTableArn().endsWith(":table/" + name)
        || !point.equals(summary.restoreDateTime().truncatedTo(ChronoUnit.SECONDS))) {
      throw new RestoreFailedException(
          "Table %s exists, but it is not %s as of %s. Nothing was changed. Rename or delete it first."
              .formatted(restoredName, name, point));
    }
    report.accept("Table %s is %s as of %s.".formatted(restoredName, name, point));
    return restored;
  }

  private void requireRestorable() {
    if (tables.find(name).isEmpty()) {
      throw new RestoreFailedException(
          "Neither table %s nor table %s exists. Look for a backup: aws dynamodb list-backups"
                  .formatted(name, restoredName)
              + " --backup-type ALL --table-name "
              + name);
    }
    PointInTimeRecoveryDescription recovery =
        dynamoDb
            .describeContinuousBackups(request -> request.tableName(name))
            .continuousBackupsDescription()
            .pointInTimeRecoveryDescription();
    if (recovery.pointInTimeRecoveryStatus() != PointInTimeRecoveryStatus.ENABLED) {
      throw new RestoreFailedException("Table %s has no point-in-time recovery.".formatted(name));
    }
    if (point.isBefore(recovery.earliestRestorableDateTime())
        || point.isAfter(recovery.latestRestorableDateTime())) {
      throw new RestoreFailedException(
          "Table %s can be restored to a time from %s to %s, but not to %s."
              .formatted(
                  name,
                  recovery.earliestRestorableDateTime(),
                  recovery.latestRestorableDateTime(),
                  point));
    }
  }

  private void start() {
    report.accept("Restoring table %s as of %s into %s.".formatted(name, point, restoredName));
    waiting.whileBusy(
        "Restore into " + restoredName,
        () -> {
          try {
            dynamoDb.restoreTableToPointInTime(
                request ->
                    request
                        .sourceTableName(name)
                        .targetTableName(restoredName)
                        .restoreDateTime(point));
          } catch (TableAlreadyExistsException e) {
            // An earlier request whose answer was lost; what it made is checked afterwards.
          }
          return restoredName;
        });
  }

  /**
   * Restores, and puts the result in the place of the table, under its name, with the settings of
   * the template. Deletes the old table, once backups of both are AVAILABLE.
   *
   * @throws RestoreFailedException when something is not as it must be; run it again to go on
   */
  public void replace(TableSettings expected) {
    var replacement =
        new TableReplacement(dynamoDb, report, waiting, tables, backups, name, restoredName, point);
    if (!replacement.isDone()) {
      replacement.putInPlace(this::restoreBeside);
    }
    new SettingsRepair(dynamoDb, tables, waiting, report).repair(name, expected);
    report.accept(
        "Table %s was restored as of %s. When all is well, delete table %s and the backups named %s and %s."
            .formatted(name, point, restoredName, restoredName, replacement.lastBackupName()));
  }
}
