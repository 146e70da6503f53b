package dev.students.infra.internal.restore;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the settings of the table out of an environment's synthesized template. */
final class TemplateSettings {

  private static final String TYPE = "AWS::DynamoDB::GlobalTable";
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private TemplateSettings() {}

  /**
   * Reads a template.
   *
   * @throws RestoreFailedException when it does not define exactly one table in one Region
   * @throws UncheckedIOException when the file cannot be read
   */
  static TableSettings read(Path template) {
    try {
      return of(SORTED.readTree(Files.readString(template)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TableSettings of(JsonNode template) {
    List<JsonNode> tables =
        template
            .path("Resources")
            .valueStream()
            .filter(it -> it.path("Type").asText().equals(TYPE))
            .map(it -> it.path("Properties"))
            .toList();
    if (tables.size() != 1 || tables.get(0).path("Replicas").size() != 1) {
      throw new RestoreFailedException("The template does not define one table in one Region.");
    }
    JsonNode table = tables.get(0);
    JsonNode replica = table.path("Replicas").path(0);
    return new TableSettings(
        keys(table.path("KeySchema")),
        table
            .path("GlobalSecondaryIndexes")
            .valueStream()
            .collect(
                Collectors.toMap(it -> it.path("IndexName").asText(), TemplateSettings::index)),
        table.path("BillingMode").asText(),
        replica.path("DeletionProtectionEnabled").asBoolean(),
        replica.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").asBoolean(),
        encryptionKey(replica),
        replica
            .path("Tags")
            .valueStream()
            .collect(
                Collectors.toMap(it -> it.path("Key").asText(), it -> it.path("Value").asText())),
        insights(replica),
        maxUnits(table, replica),
        replica.path("ResourcePolicy").has("PolicyDocument")
            ? Optional.of(sorted(replica.at("/ResourcePolicy/PolicyDocument")))
            : Optional.empty());
  }

  private static String keys(JsonNode schema) {
    return schema
        .valueStream()
        .map(it -> it.path("AttributeName").asText() + " " + it.path("KeyType").asText())
        .collect(Collectors.joining(", "));
  }

  private static String index(JsonNode index) {
    return keys(index.path("KeySchema"))
        + ", "
        + index.path("Projection").path("ProjectionType").asText();
  }

  private static Optional<String> encryptionKey(JsonNode replica) {
    JsonNode key = replica.at("/SSESpecification/KMSMasterKeyId");
    return key.isTextual() ? Optional.of(key.asText()) : Optional.empty();
  }

  private static Map<String, String> insights(JsonNode replica) {
    Map<String, String> insights = new TreeMap<>();
    putInsights(insights, TableSettings.TABLE, replica);
    replica
        .path("GlobalSecondaryIndexes")
        .forEach(index -> putInsights(insights, index.path("IndexName").asText(), index));
    return insights;
  }

  private static void putInsights(Map<String, String> insights, String name, JsonNode of) {
    JsonNode specification = of.path("ContributorInsightsSpecification");
    if (specification.path("Enabled").asBoolean()) {
      insights.put(name, specification.path("Mode").asText("ACCESSED_AND_THROTTLED_KEYS"));
    }
  }

  private static Map<String, Long> maxUnits(JsonNode table, JsonNode replica) {
    Map<String, Long> units = new TreeMap<>();
    putMaxUnits(units, TableSettings.TABLE, table, replica);
    table
        .path("GlobalSecondaryIndexes")
        .forEach(
            index -> {
              String name = index.path("IndexName").asText();
              putMaxUnits(
                  units,
                  name,
                  index,
                  replica
                      .path("GlobalSecondaryIndexes")
                      .valueStream()
                      .filter(it -> it.path("IndexName").asText().equals(name))
                      .findFirst()
                      .orElse(replica.path("absent")));
            });
    return units;
  }

  private static void putMaxUnits(
      Map<String, Long> units, String name, JsonNode forWrites, JsonNode forReads) {
    JsonNode write = forWrites.at("/WriteOnDemandThroughputSettings/MaxWriteRequestUnits");
    JsonNode read = forReads.at("/ReadOnDemandThroughputSettings/MaxReadRequestUnits");
    if (write.isNumber()) {
      units.put(name + " write", write.asLong());
    }
    if (read.isNumber()) {
      units.put(name + " read", read.asLong());
    }
  }

  /** JSON in one form, so that two policies can be compared as text. */
  static String sorted(JsonNode json) {
    try {
      return SORTED.writeValueAsString(SORTED.treeToValue(json, Object.class));
    } catch (JacksonException e) {
      throw new IllegalStateException(e);
    }
  }

  static String sorted(String json) {
    try {
      return sorted(SORTED.readTree(json));
    } catch (JacksonException e) {
      throw new IllegalStateException(e);
    }
  }
}
