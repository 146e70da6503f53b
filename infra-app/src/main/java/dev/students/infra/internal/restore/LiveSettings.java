package dev.students.infra.internal.restore;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsMode;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsStatus;
import software.amazon.awssdk.services.dynamodb.model.DescribeContributorInsightsResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.PolicyNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** Reads the settings that a table has now. */
record LiveSettings(DynamoDbClient dynamoDb) {

  TableSettings read(TableDescription table) {
    return new TableSettings(
        keys(table.keySchema()),
        table.globalSecondaryIndexes().stream()
            .collect(
                Collectors.toMap(
                    GlobalSecondaryIndexDescription::indexName,
                    index ->
                        keys(index.keySchema())
                            + ", "
                            + index.projection().projectionTypeAsString())),
        table.billingModeSummary() == null
            ? "PROVISIONED"
            : table.billingModeSummary().billingModeAsString(),
        Boolean.TRUE.equals(table.deletionProtectionEnabled()),
        pointInTimeRecovery(table.tableName()),
        encryptionKey(table),
        tags(table.tableArn()),
        insights(table),
        maxUnits(table),
        resourcePolicy(table.tableArn()));
  }

  private static String keys(List<KeySchemaElement> schema) {
    return schema.stream()
        .map(key -> key.attributeName() + " " + key.keyTypeAsString())
        .collect(Collectors.joining(", "));
  }

  private boolean pointInTimeRecovery(String table) {
    return dynamoDb
            .describeContinuousBackups(request -> request.tableName(table))
            .continuousBackupsDescription()
            .pointInTimeRecoveryDescription()
            .pointInTimeRecoveryStatus()
        == PointInTimeRecoveryStatus.ENABLED;
  }

  private static Optional<String> encryptionKey(TableDescription table) {
    return Optional.ofNullable(table.sseDescription())
        .filter(sse -> sse.sseType() == SSEType.KMS)
        .map(sse -> sse.kmsMasterKeyArn());
  }

  /** Without the tags that AWS sets itself and that nobody else can set. */
  private Map<String, String> tags(String arn) {
    Map<String, String> tags = new TreeMap<>();
    @Nullable String from = null;
    do {
      @Nullable String start = from;
      ListTagsOfResourceResponse page =
          dynamoDb.listTagsOfResource(request -> request.resourceArn(arn).nextToken(start));
      for (Tag tag : page.tags()) {
        if (!tag.key().startsWith("aws:")) {
          tags.put(tag.key(), tag.value());
        }
      }
      from = page.nextToken();
    } while (from != null);
    return tags;
  }

  private Map<String, String> insights(TableDescription table) {
    Map<String, String> insights = new TreeMap<>();
    putInsights(insights, TableSettings.TABLE, table.tableName(), null);
    table
        .globalSecondaryIndexes()
        .forEach(
            index ->
                putInsights(insights, index.indexName(), table.tableName(), index.indexName()));
    return insights;
  }

  private void putInsights(
      Map<String, String> insights, String name, String table, @Nullable String index) {
    DescribeContributorInsightsResponse response =
        dynamoDb.describeContributorInsights(request -> request.tableName(table).indexName(index));
    ContributorInsightsStatus status = response.contributorInsightsStatus();
    if (status == ContributorInsightsStatus.ENABLED
        || status == ContributorInsightsStatus.ENABLING) {
      insights.put(
          name,
          response.contributorInsightsMode() == null
              ? ContributorInsightsMode.ACCESSED_AND_THROTTLED_KEYS.toString()
              : response.contributorInsightsModeAsString());
    }
  }

  private static Map<String, Long> maxUnits(TableDescription table) {
    Map<String, Long> units = new TreeMap<>();
    putMaxUnits(units, TableSettings.TABLE, table.onDemandThroughput());
    table
        .globalSecondaryIndexes()
        .forEach(index -> putMaxUnits(units, index.indexName(), index.onDemandThroughput()));
    return units;
  }

  /** The API says -1 for no maximum. */
  private static void putMaxUnits(
      Map<String, Long> units, String name, @Nullable OnDemandThroughput throughput) {
    if (throughput == null) {
      return;
    }
    if (throughput.maxReadRequestUnits() != null && throughput.maxReadRequestUnits() > 0) {
      units.put(name + " read", throughput.maxReadRequestUnits());
    }
    if (throughput.maxWriteRequestUnits() != null && throughput.maxWriteRequestUnits() > 0) {
      units.put(name + " write", throughput.maxWriteRequestUnits());
    }
  }

  Optional<String> resourcePolicy(String arn) {
    try {
      return Optional.of(
          TemplateSettings.sorted(
              dynamoDb.getResourcePolicy(request -> request.resourceArn(arn)).policy()));
    } catch (PolicyNotFoundException e) {
      return Optional.empty();
    }
  }
}
