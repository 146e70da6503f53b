package dev.students.infra.internal.restore;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.RestoreSummary;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableNotFoundException;

/** The state of tables, and waiting for it. */
record Tables(DynamoDbClient dynamoDb, Waiting waiting) {

  /** For this long a table that was just asked for may not be visible yet. */
  private static final Duration NOT_YET_VISIBLE = Duration.ofMinutes(5);

  /** Empty if there is no such table. */
  Optional<TableDescription> find(String name) {
    try {
      return Optional.of(dynamoDb.describeTable(request -> request.tableName(name)).table());
    } catch (ResourceNotFoundException | TableNotFoundException e) {
      return Optional.empty();
    }
  }

  /**
   * Waits until a table and its indexes are active and no restore into it is in progress.
   *
   * @throws RestoreFailedException when the table disappears, or gets into a state from which it
   *     does not become active
   */
  TableDescription awaitActive(String name) {
    Instant start = waiting.clock().now();
    boolean[] seen = {false};
    return waiting.until(
        "Table " + name,
        () -> {
          Optional<TableDescription> found = find(name);
          if (found.isEmpty()) {
            boolean tooLate =
                Duration.between(start, waiting.clock().now()).compareTo(NOT_YET_VISIBLE) > 0;
            if (seen[0] || tooLate) {
              throw new RestoreFailedException(
                  "Table "
                      + name
                      + " has disappeared while it was being restored: the restore failed in"
                      + " DynamoDB. Run the same command again to start it anew.");
            }
            return Waiting.Look.pending("not visible yet");
          }
          seen[0] = true;
          return lookAt(found.get());
        });
  }

  private static Waiting.Look<TableDescription> lookAt(TableDescription table) {
    switch (table.tableStatus()) {
      case ACTIVE -> {
        if (isRestoring(table)) {
          return Waiting.Look.pending("restoring");
        }
        Optional<GlobalSecondaryIndexDescription> pending =
            table.globalSecondaryIndexes().stream()
                .filter(Predicate.not(index -> index.indexStatus() == IndexStatus.ACTIVE))
                .findFirst();
        return pending
            .map(
                index ->
                    Waiting.Look.<TableDescription>pending(
                        "index %s is %s".formatted(index.indexName(), index.indexStatusAsString())))
            .orElseGet(() -> Waiting.Look.done("ACTIVE", table));
      }
      case CREATING, UPDATING -> {
        return Waiting.Look.pending(table.tableStatusAsString());
      }
      default ->
          throw new RestoreFailedException(
              "Table %s is %s and will not become active by itself. Resolve that, then run the same command again."
                  .formatted(table.tableName(), table.tableStatusAsString()));
    }
  }

  private static boolean isRestoring(TableDescription table) {
    RestoreSummary summary = table.restoreSummary();
    return summary != null && Boolean.TRUE.equals(summary.restoreInProgress());
  }

  /** Waits until a table no longer exists. */
  void awaitDeleted(String name, String tableId) {
    waiting.until(
        "Table " + name,
        () -> {
          Optional<TableDescription> found = find(name);
          if (found.isEmpty()) {
            return Waiting.Look.done("deleted", name);
          }
          if (!found.get().tableId().equals(tableId)) {
            throw new RestoreFailedException(
                "Another program created the table %s in the meantime. It was not changed."
                    .formatted(name));
          }
          return Waiting.Look.pending(found.get().tableStatusAsString());
        });
  }
}
