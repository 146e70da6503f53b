package dev.students.infra.internal.restore;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsAction;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/**
 * Gives a table the settings that its template decides and that a restore does not bring back:
 * deletion protection, point-in-time recovery, tags, Contributor Insights, maximum throughput and
 * the resource policy. Changes only what differs, so it can be repeated.
 */
record SettingsRepair(
    DynamoDbClient dynamoDb, Tables tables, Waiting waiting, Consumer<String> report) {

  /**
   * Changes what differs, then reads everything back.
   *
   * @throws RestoreFailedException when a setting still differs, naming each
   */
  void repair(String name, TableSettings expected) {
    TableDescription table = tables.awaitActive(name);
    TableSettings actual = new LiveSettings(dynamoDb).read(table);
    if (actual.deletionProtection() != expected.deletionProtection()) {
      say("deletion protection " + (expected.deletionProtection() ? "on" : "off"));
      waiting.whileBusy(
          "Deletion protection of " + name,
          () ->
              dynamoDb.updateTable(
                  request ->
                      request
                          .tableName(name)
                          .deletionProtectionEnabled(expected.deletionProtection())));
      tables.awaitActive(name);
    }
    if (actual.pointInTimeRecovery() != expected.pointInTimeRecovery()) {
      say("point-in-time recovery " + (expected.pointInTimeRecovery() ? "on" : "off"));
      waiting.whileBusy(
          "Point-in-time recovery of " + name,
          () ->
              dynamoDb.updateContinuousBackups(
                  request ->
                      request
                          .tableName(name)
                          .pointInTimeRecoverySpecification(
                              it ->
                                  it.pointInTimeRecoveryEnabled(expected.pointInTimeRecovery()))));
    }
    tags(table.tableArn(), actual.tags(), expected.tags());
    resourcePolicy(table.tableArn(), actual, expected);
    maxUnits(table, actual, expected);
    insights(table, actual, expected);
    verify(name, expected);
  }

  private void tags(String arn, Map<String, String> actual, Map<String, String> expected) {
    if (actual.equals(expected)) {
      return;
    }
    say("tags");
    if (!expected.isEmpty()) {
      dynamoDb.tagResource(
          request ->
              request
                  .resourceArn(arn)
                  .tags(
                      expected.entrySet().stream()
                          .map(it -> Tag.builder().key(it.getKey()).value(it.getValue()).build())
                          .toList()));
    }
    var surplus = actual.keySet().stream().filter(key -> !expected.containsKey(key)).toList();
    if (!surplus.isEmpty()) {
      dynamoDb.untagResource(request -> request.resourceArn(arn).tagKeys(surplus));
    }
  }

  private void resourcePolicy(String arn, TableSettings actual, TableSettings expected) {
    if (actual.resourcePolicy().equals(expected.resourcePolicy())) {
      return;
    }
    say("resource policy");
    if (expected.resourcePolicy().isPresent()) {
      dynamoDb.putResourcePolicy(
          request -> request.resourceArn(arn).policy(expected.resourcePolicy().get()));
    } else {
      dynamoDb.deleteResourcePolicy(request -> request.resourceArn(arn));
    }
  }

  private void maxUnits(TableDescription table, TableSettings actual, TableSettings expected) {
    if (actual.maxUnits().equals(expected.maxUnits())) {
      return;
    }
    say("maximum throughput");
    String name = table.tableName();
    waiting.whileBusy(
        "Maximum throughput of " + name,
        () ->
            dynamoDb.updateTable(
                request ->
                    request
                        .tableName(name)
                        .onDemandThroughput(throughput(expected, TableSettings.TABLE))));
    tables.awaitActive(name);
    for (String index : expected.indexes().keySet()) {
      waiting.whileBusy(
          "Maximum throughput of index " + index,
          () ->
              dynamoDb.updateTable(
                  request ->
                      request
                          .tableName(name)
                          .globalSecondaryIndexUpdates(
                              GlobalSecondaryIndexUpdate.builder()
                                  .update(
                                      it ->
                                          it.indexName(index)
                                              .onDemandThroughput(throughput(expected, index)))
                                  .build())));
      tables.awaitActive(name);
    }
  }

  private static OnDemandThroughput throughput(TableSettings settings, String name) {
    return OnDemandThroughput.builder()
        .maxReadRequestUnits(settings.maxUnits().getOrDefault(name + " read", -1L))
        .maxWriteRequestUnits(settings.maxUnits().getOrDefault(name + " write", -1L))
        .build();
  }

  private void insights(TableDescription table, TableSettings actual, TableSettings expected) {
    if (actual.insights().equals(expected.insights())) {
      return;
    }
    say("Contributor Insights");
    setInsights(table.tableName(), null, TableSettings.TABLE, actual, expected);
    for (String index : expected.indexes().keySet()) {
      setInsights(table.tableName(), index, index, actual, expected);
    }
  }

  private void setInsights(
      String table,
      @Nullable String index,
      String key,
      TableSettings actual,
      TableSettings expected) {
    @Nullable String mode = expected.insights().get(key);
    if (Objects.equals(mode, actual.insights().get(key))) {
      return;
    }
    waiting.whileBusy(
        "Contributor Insights of " + key,
        () ->
            dynamoDb.updateContributorInsights(
                request ->
                    request
                        .tableName(table)
                        .indexName(index)
                        .contributorInsightsAction(
                            mode == null
                                ? ContributorInsightsAction.DISABLE
                                : ContributorInsightsAction.ENABLE)
                        .contributorInsightsMode(
                            mode == null ? null : ContributorInsightsMode.fromValue(mode))));
  }

  /**
   * Reads the settings back and compares them with the template's.
   *
   * @throws RestoreFailedException when one differs
   */
  void verify(String name, TableSettings expected) {
    TableDescription table = tables.awaitActive(name);
    Map<String, String> differences =
        new LiveSettings(dynamoDb).read(table).differencesFrom(expected);
    if (!differences.isEmpty()) {
      StringBuilder message = new StringBuilder("Table " + name + " is not as its template says:");
      differences.forEach(
          (setting, difference) -> message.append("%n  %s: %s".formatted(setting, difference)));
      throw new RestoreFailedException(message.toString());
    }
    report.accept(
        "Table "
            + name
            + " has the template's keys, index, billing, encryption, tags, deletion protection,"
            + " point-in-time recovery, Contributor Insights, maximum throughput and resource policy.");
  }

  private void say(String setting) {
    report.accept("  Setting: " + setting);
  }
}
