package dev.students.local.internal.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.students.local.TemplateException;
import dev.students.local.internal.template.TemplateReader.Described;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * Converts the properties of one table to a CreateTable request. They have the same names and
 * structure, except for throughput with auto scaling, replicas, streams and time to live, which are
 * converted here. Jackson maps the rest directly to the SDK's request and rejects unknown
 * properties.
 */
final class TableProperties {

  private static final String GLOBAL_TABLE = "AWS::DynamoDB::GlobalTable";
  private static final String SIMPLE_TABLE = "AWS::Serverless::SimpleTable";
  private static final Set<String> TYPES =
      Set.of("AWS::DynamoDB::Table", GLOBAL_TABLE, SIMPLE_TABLE);

  /** Known properties that make no difference to a client of an emulator and are ignored. */
  private static final Set<String> WITHOUT_LOCAL_EFFECT =
      Set.of(
          "ContributorInsightsSpecification",
          "OnDemandThroughput",
          "ReadOnDemandThroughputSettings",
          "Region",
          "ResourcePolicy",
          "SSESpecification",
          "TableClass",
          "Tags",
          "WarmThroughput",
          "WriteOnDemandThroughputSettings");

  /** Properties that a client would miss in an emulator. */
  private static final Map<String, String> LIMITATIONS =
      Map.of(
          "KinesisStreamSpecification", "its changes are not sent to Kinesis",
          "ImportSourceSpecification", "no items are imported from S3",
          "GlobalTableWitnesses", "there are no witnesses in other Regions",
          "MultiRegionConsistency", "there is one Region",
          "GlobalTableSourceArn", "there is one account",
          "GlobalTableSettingsReplicationMode", "there is one account");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final String logicalId;
  private final String type;
  private final ObjectNode properties;
  private final List<String> limitations = new ArrayList<>();

  TableProperties(String logicalId, JsonNode resource, Intrinsics intrinsics) {
    this.logicalId = logicalId;
    type = resource.path("Type").asText();
    properties = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> property : resource.path("Properties").properties()) {
      if (!WITHOUT_LOCAL_EFFECT.contains(property.getKey())) {
        JsonNode value =
            intrinsics.resolve(withoutPassedOver(ownReplicaFirst(property, intrinsics)));
        if (!value.isMissingNode()) {
          properties.set(property.getKey(), value);
        }
      }
    }
  }

  static boolean isTable(JsonNode resource) {
    return TYPES.contains(resource.path("Type").asText());
  }

  /**
   * The replica in the emulator's Region becomes the table, or the first replica if there is none.
   */
  private static JsonNode ownReplicaFirst(
      Map.Entry<String, JsonNode> property, Intrinsics intrinsics) {
    JsonNode value = property.getValue();
    if (!property.getKey().equals("Replicas") || !value.isArray()) {
      return value;
    }
    List<JsonNode> replicas = new ArrayList<>();
    value.forEach(replicas::add);
    replicas.sort(Comparator.comparing(replica -> !intrinsics.isOwnRegion(replica.path("Region"))));
    return JsonNodeFactory.instance.arrayNode().addAll(replicas);
  }

  /** Ignored properties may contain functions whose values are unknown outside AWS. */
  private static JsonNode withoutPassedOver(JsonNode node) {
    JsonNode copy = node.deepCopy();
    copy.findParents("Region").forEach(parent -> ((ObjectNode) parent).remove("Region"));
    for (JsonNode element : copy.isArray() ? copy : List.<JsonNode>of()) {
      if (element instanceof ObjectNode object) {
        object.remove(WITHOUT_LOCAL_EFFECT);
      }
    }
    return copy;
  }

  Described describe() {
    LIMITATIONS.forEach(
        (property, limitation) -> {
          if (properties.remove(property) != null) {
            limitations.add(limitation);
          }
        });
    JsonNode replica = type.equals(GLOBAL_TABLE) ? rewriteGlobalTable() : properties;
    if (type.equals(SIMPLE_TABLE)) {
      rewriteSimpleTable();
    }
    boolean recovery =
        replica
            .path("PointInTimeRecoverySpecification")
            .path("PointInTimeRecoveryEnabled")
            .asBoolean();
    properties.remove("PointInTimeRecoverySpecification");
    if (properties.path("StreamSpecification") instanceof ObjectNode stream) {
      stream.put("StreamEnabled", true).remove("ResourcePolicy");
    }
    rewriteBilling();
    Optional<String> name =
        Optional.ofNullable(properties.remove("TableName")).map(JsonNode::asText);
    Optional<String> timeToLive = timeToLive();
    if (!properties.has("DeletionProtectionEnabled")) {
      properties.put("DeletionProtectionEnabled", false);
    }
    return new Described(
        logicalId, name, request(), timeToLive, recovery, List.copyOf(limitations));
  }

  private Optional<String> timeToLive() {
    JsonNode specification = properties.remove("TimeToLiveSpecification");
    return specification == null || !specification.path("Enabled").asBoolean(true)
        ? Optional.empty()
        : Optional.of(specification.path("AttributeName").asText());
  }

  private void rewriteSimpleTable() {
    JsonNode key = properties.remove("PrimaryKey");
    String name = key == null ? "id" : key.path("Name").asText("id");
    String keyType = key == null ? "String" : key.path("Type").asText("String");
    properties
        .putArray("AttributeDefinitions")
        .addObject()
        .put("AttributeName", name)
        .put("AttributeType", keyType.substring(0, 1));
    properties.putArray("KeySchema").addObject().put("AttributeName", name).put("KeyType", "HASH");
    if (!properties.has("ProvisionedThroughput")) {
      properties.put("BillingMode", "PAY_PER_REQUEST");
    }
  }

  /** Merges the properties of the emulator's replica into those of the table. */
  private JsonNode rewriteGlobalTable() {
    JsonNode replicas = properties.remove("Replicas");
    if (replicas == null || !replicas.isArray() || replicas.isEmpty()) {
      throw error("Replicas", "must list a Region");
    }
    if (replicas.size() > 1) {
      limitations.add("its replicas in other Regions are not created");
    }
    if (!(replicas.get(0) instanceof ObjectNode replica)) {
      throw error("Replicas", "must list objects");
    }
    if (replica.remove("KinesisStreamSpecification") != null) {
      limitations.add("its changes are not sent to Kinesis");
    }
    replica.remove(WITHOUT_LOCAL_EFFECT);
    replica.remove("ReplicaStreamSpecification");
    JsonNode recovery = replica.deepCopy();
    replica.remove("PointInTimeRecoverySpecification");
    JsonNode protection = replica.remove("DeletionProtectionEnabled");
    if (protection != null) {
      properties.set("DeletionProtectionEnabled", protection);
    }
    JsonNode readIndexes = replica.remove("GlobalSecondaryIndexes");
    throughput(properties, replica);
    for (JsonNode index : properties.path("GlobalSecondaryIndexes")) {
      ObjectNode read = JsonNodeFactory.instance.objectNode();
      for (JsonNode candidate : readIndexes == null ? List.<JsonNode>of() : readIndexes) {
        if (candidate.path("IndexName").equals(index.path("IndexName"))) {
          read.setAll((ObjectNode) candidate);
        }
      }
      read.remove("IndexName");
      read.remove(WITHOUT_LOCAL_EFFECT);
      throughput((ObjectNode) index, read);
      requireEmpty(read, "Replicas[0].GlobalSecondaryIndexes");
    }
    requireEmpty(replica, "Replicas[0]");
    return recovery;
  }

  private void throughput(ObjectNode of, ObjectNode replica) {
    JsonNode write = of.remove("WriteProvisionedThroughputSettings");
    JsonNode read = replica.remove("ReadProvisionedThroughputSettings");
    if (write != null || read != null) {
      of.putObject("ProvisionedThroughput")
          .put("ReadCapacityUnits", units(read, "ReadCapacity"))
          .put("WriteCapacityUnits", units(write, "WriteCapacity"));
    }
  }

  /** The initial throughput with auto scaling. */
  private static long units(@Nullable JsonNode settings, String kind) {
    if (settings == null) {
      return 1;
    }
    JsonNode scaling = settings.path(kind + "AutoScalingSettings");
    return settings
        .path(kind + "Units")
        .asLong(scaling.path("SeedCapacity").asLong(scaling.path("MinCapacity").asLong(1)));
  }

  /** The default of CloudFormation is PROVISIONED, the same as that of CreateTable. */
  private void rewriteBilling() {
    boolean onDemand = properties.path("BillingMode").asText().equals("PAY_PER_REQUEST");
    if (!properties.has("BillingMode")) {
      properties.put("BillingMode", "PROVISIONED");
    }
    if (onDemand) {
      properties.remove("ProvisionedThroughput");
    }
    for (JsonNode index : properties.path("GlobalSecondaryIndexes")) {
      ((ObjectNode) index).remove(WITHOUT_LOCAL_EFFECT);
      if (onDemand) {
        ((ObjectNode) index).remove("ProvisionedThroughput");
      }
    }
  }

  private CreateTableRequest request() {
    try {
      return MAPPER.treeToValue(properties, CreateTableRequest.serializableBuilderClass()).build();
    } catch (UnrecognizedPropertyException e) {
      throw unknown(path(e, e.getPath().size() - 1), e.getPropertyName());
    } catch (JsonMappingException e) {
      throw error(path(e, e.getPath().size()), "has a value of the wrong type");
    } catch (JsonProcessingException e) {
      throw new TemplateException("Table " + logicalId + ": " + e.getOriginalMessage(), e);
    }
  }

  private static String path(JsonMappingException e, int length) {
    return e.getPath().subList(0, length).stream()
        .map(
            reference ->
                reference.getFieldName() == null
                    ? "[" + reference.getIndex() + "]"
                    : "." + reference.getFieldName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private void requireEmpty(ObjectNode rest, String path) {
    Iterator<String> unknown = rest.fieldNames();
    if (unknown.hasNext()) {
      throw unknown(path, unknown.next());
    }
  }

  private TemplateException unknown(String path, String property) {
    return error(
        (path.isEmpty() ? "" : path + ".") + property,
        "is not supported: a local table would silently differ from the deployed one. Add support"
            + " for it to dev.students.local.TemplateTable, or remove it from the template");
  }

  private TemplateException error(String property, String complaint) {
    return new TemplateException("Table " + logicalId + ": " + property + " " + complaint + ".");
  }
}
