package dev.students.acceptance.internal.targets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Compares an existing table with the reviewed template. */
public final class TableComparison {

  /** The subject of a difference. */
  public enum Aspect {
    LAYOUT,
    INDEX,
    PROTECTION
  }

  /** A difference between the table and the reviewed template. */
  public record Difference(Aspect aspect, String what, String reviewed, String found) {

    @Override
    public String toString() {
      return what + " should be " + reviewed + " but is " + found;
    }
  }

  private final List<Difference> differences = new ArrayList<>();

  private TableComparison() {}

  /** Returns the differences; an empty list if the table equals its definition. */
  public static List<Difference> of(DynamoDbClient client, OpenTarget opened) {
    TableDescription found =
        client.describeTable(describe -> describe.tableName(opened.tableName())).table();
    CreateTableRequest reviewed = opened.template().createTableRequest(opened.tableName());
    TableComparison comparison = new TableComparison();
    comparison.layout(reviewed, found);
    comparison.indexes(reviewed, found);
    comparison.deletionProtection(reviewed, found);
    if (opened.emulator().isEmpty()) {
      // Emulators do not support backups.
      comparison.pointInTimeRecovery(opened, client);
    }
    return List.copyOf(comparison.differences);
  }

  private void layout(CreateTableRequest reviewed, TableDescription found) {
    compare(Aspect.LAYOUT, "The table's key", keys(reviewed.keySchema()), keys(found.keySchema()));
    compare(
        Aspect.LAYOUT,
        "The types of the key attributes",
        types(reviewed.attributeDefinitions()),
        types(found.attributeDefinitions()));
    BillingMode billing =
        found.billingModeSummary() == null
            ? BillingMode.PROVISIONED
            : found.billingModeSummary().billingMode();
    compare(
        Aspect.LAYOUT, "The billing mode", reviewed.billingMode().toString(), billing.toString());
  }

  private void indexes(CreateTableRequest reviewed, TableDescription found) {
    compare(
        Aspect.INDEX,
        "The indexes",
        sorted(reviewed.globalSecondaryIndexes().stream().map(TableComparison::text)),
        sorted(
            found.globalSecondaryIndexes().stream()
                .map(index -> text(index.indexName(), index.keySchema(), index.projection()))));
  }

  private void deletionProtection(CreateTableRequest reviewed, TableDescription found) {
    compare(
        Aspect.PROTECTION,
        "The protection from deletion",
        onOrOff(reviewed.deletionProtectionEnabled()),
        onOrOff(found.deletionProtectionEnabled()));
  }

  private void pointInTimeRecovery(OpenTarget opened, DynamoDbClient client) {
    PointInTimeRecoveryStatus status =
        client
            .describeContinuousBackups(describe -> describe.tableName(opened.tableName()))
            .continuousBackupsDescription()
            .pointInTimeRecoveryDescription()
            .pointInTimeRecoveryStatus();
    compare(
        Aspect.PROTECTION,
        "Point-in-time recovery",
        onOrOff(opened.template().pointInTimeRecovery()),
        onOrOff(status == PointInTimeRecoveryStatus.ENABLED));
  }

  private void compare(Aspect aspect, String what, String reviewed, String found) {
    if (!reviewed.equals(found)) {
      differences.add(new Difference(aspect, what, reviewed, found));
    }
  }

  private static String onOrOff(Boolean enabled) {
    return Boolean.TRUE.equals(enabled) ? "on" : "off";
  }

  private static String text(GlobalSecondaryIndex index) {
    return text(index.indexName(), index.keySchema(), index.projection());
  }

  private static String text(String name, List<KeySchemaElement> key, Projection projection) {
    return name
        + " on "
        + keys(key)
        + " projecting "
        + projection.projectionTypeAsString()
        + (projection.nonKeyAttributes().isEmpty() ? "" : " " + projection.nonKeyAttributes());
  }

  private static String keys(List<KeySchemaElement> key) {
    return String.join(
        ", ", key.stream().map(k -> k.attributeName() + " " + k.keyTypeAsString()).toList());
  }

  private static String types(List<AttributeDefinition> attributes) {
    return sorted(
        attributes.stream().map(a -> a.attributeName() + " " + a.attributeTypeAsString()));
  }

  private static String sorted(Stream<String> texts) {
    return String.join(", ", texts.sorted(Comparator.naturalOrder()).toList());
  }
}
