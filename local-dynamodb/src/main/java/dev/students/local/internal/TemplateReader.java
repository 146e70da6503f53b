package dev.students.local.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.students.local.TemplateException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;

/** Reads the tables of a CloudFormation template into requests that have no table name yet. */
public final class TemplateReader {

  private static final String GLOBAL_TABLE = "AWS::DynamoDB::GlobalTable";
  private static final String TABLE = "AWS::DynamoDB::Table";

  /** What a client of an emulator cannot tell apart: known, and passed over. */
  private static final Set<String> WITHOUT_LOCAL_EFFECT =
      Set.of(
          "ContributorInsightsSpecification",
          "PointInTimeRecoverySpecification",
          "Region",
          "ResourcePolicy",
          "SSESpecification",
          "TableClass",
          "TableName",
          "Tags");

  private static final Set<String> SHARED =
      Set.of(
          "AttributeDefinitions",
          "BillingMode",
          "GlobalSecondaryIndexes",
          "KeySchema",
          "LocalSecondaryIndexes");
  private static final Set<String> OF_GLOBAL_TABLE = Set.of("Replicas");
  private static final Set<String> OF_TABLE =
      Set.of("DeletionProtectionEnabled", "ProvisionedThroughput");
  private static final Set<String> OF_REPLICA =
      Set.of("DeletionProtectionEnabled", "GlobalSecondaryIndexes");

  private TemplateReader() {}

  /** What was read of a table; the request has no name yet. */
  public record Described(
      String logicalId, CreateTableRequest request, boolean pointInTimeRecovery) {}

  /** The tables, in the template's order. */
  public static List<Described> read(InputStream template) {
    JsonNode resources = parse(template).path("Resources");
    if (!resources.isObject()) {
      throw new TemplateException(
          "This is not a CloudFormation template: it has no \"Resources\". Give the"
              + " *.template.json that `cdk synth` writes.");
    }
    List<Described> tables = new ArrayList<>();
    for (Map.Entry<String, JsonNode> resource : resources.properties()) {
      String type = resource.getValue().path("Type").asText();
      if (type.equals(GLOBAL_TABLE) || type.equals(TABLE)) {
        TemplateNode properties =
            new TemplateNode(resource.getKey(), resource.getValue().path("Properties"));
        tables.add(type.equals(TABLE) ? table(properties) : global(properties));
      }
    }
    return tables;
  }

  private static JsonNode parse(InputStream template) {
    try {
      return new ObjectMapper().readTree(template);
    } catch (IOException e) {
      throw new TemplateException("The template is not JSON: " + e.getMessage(), e);
    }
  }

  private static Described global(TemplateNode properties) {
    properties.allowOnly(SHARED, OF_GLOBAL_TABLE, WITHOUT_LOCAL_EFFECT);
    List<TemplateNode> replicas = properties.list("Replicas");
    if (replicas.size() != 1) {
      throw properties.error("Replicas", "lists " + replicas.size() + " Regions; one is supported");
    }
    TemplateNode replica = replicas.get(0);
    replica.allowOnly(OF_REPLICA, WITHOUT_LOCAL_EFFECT);
    if (replica.has("GlobalSecondaryIndexes")) {
      replica
          .list("GlobalSecondaryIndexes")
          .forEach(index -> index.allowOnly(Set.of("IndexName"), WITHOUT_LOCAL_EFFECT));
    }
    return new Described(
        properties.path(),
        common(properties)
            .deletionProtectionEnabled(replica.flag("DeletionProtectionEnabled"))
            .build(),
        pointInTimeRecovery(replica));
  }

  private static Described table(TemplateNode properties) {
    properties.allowOnly(SHARED, OF_TABLE, WITHOUT_LOCAL_EFFECT);
    CreateTableRequest.Builder request = common(properties);
    properties
        .child("ProvisionedThroughput")
        .map(TemplateReader::throughput)
        .ifPresent(request::provisionedThroughput);
    return new Described(
        properties.path(),
        request.deletionProtectionEnabled(properties.flag("DeletionProtectionEnabled")).build(),
        pointInTimeRecovery(properties));
  }

  private static boolean pointInTimeRecovery(TemplateNode of) {
    return of.child("PointInTimeRecoverySpecification")
        .map(specification -> specification.flag("PointInTimeRecoveryEnabled"))
        .orElse(false);
  }

  private static CreateTableRequest.Builder common(TemplateNode properties) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .keySchema(keySchema(properties))
            .attributeDefinitions(
                properties.list("AttributeDefinitions").stream()
                    .map(TemplateReader::attribute)
                    .toList())
            // CloudFormation's default is PROVISIONED, as CreateTable's is.
            .billingMode(properties.optionalText("BillingMode").orElse("PROVISIONED"));
    if (properties.has("GlobalSecondaryIndexes")) {
      request.globalSecondaryIndexes(
          properties.list("GlobalSecondaryIndexes").stream()
              .map(TemplateReader::globalIndex)
              .toList());
    }
    if (properties.has("LocalSecondaryIndexes")) {
      request.localSecondaryIndexes(
          properties.list("LocalSecondaryIndexes").stream()
              .map(TemplateReader::localIndex)
              .toList());
    }
    return request;
  }

  private static List<KeySchemaElement> keySchema(TemplateNode of) {
    return of.list("KeySchema").stream()
        .map(
            key -> {
              key.allowOnly(Set.of("AttributeName", "KeyType"));
              return KeySchemaElement.builder()
                  .attributeName(key.text("AttributeName"))
                  .keyType(key.text("KeyType"))
                  .build();
            })
        .toList();
  }

  private static AttributeDefinition attribute(TemplateNode attribute) {
    attribute.allowOnly(Set.of("AttributeName", "AttributeType"));
    return AttributeDefinition.builder()
        .attributeName(attribute.text("AttributeName"))
        .attributeType(attribute.text("AttributeType"))
        .build();
  }

  private static GlobalSecondaryIndex globalIndex(TemplateNode index) {
    index.allowOnly(Set.of("IndexName", "KeySchema", "Projection", "ProvisionedThroughput"));
    GlobalSecondaryIndex.Builder built =
        GlobalSecondaryIndex.builder()
            .indexName(index.text("IndexName"))
            .keySchema(keySchema(index))
            .projection(projection(index));
    index
        .child("ProvisionedThroughput")
        .map(TemplateReader::throughput)
        .ifPresent(built::provisionedThroughput);
    return built.build();
  }

  private static LocalSecondaryIndex localIndex(TemplateNode index) {
    index.allowOnly(Set.of("IndexName", "KeySchema", "Projection"));
    return LocalSecondaryIndex.builder()
        .indexName(index.text("IndexName"))
        .keySchema(keySchema(index))
        .projection(projection(index))
        .build();
  }

  private static Projection projection(TemplateNode index) {
    TemplateNode projection = index.required("Projection");
    projection.allowOnly(Set.of("NonKeyAttributes", "ProjectionType"));
    Projection.Builder built =
        Projection.builder().projectionType(projection.text("ProjectionType"));
    if (projection.has("NonKeyAttributes")) {
      built.nonKeyAttributes(projection.texts("NonKeyAttributes"));
    }
    return built.build();
  }

  private static ProvisionedThroughput throughput(TemplateNode throughput) {
    throughput.allowOnly(Set.of("ReadCapacityUnits", "WriteCapacityUnits"));
    return ProvisionedThroughput.builder()
        .readCapacityUnits(throughput.number("ReadCapacityUnits"))
        .writeCapacityUnits(throughput.number("WriteCapacityUnits"))
        .build();
  }
}
