package dev.students.operations.internal;

import dev.students.data.StudentTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The requirements of a table, derived from the table that the data layer would create. */
public final class TableRequirements {

  private TableRequirements() {}

  /** Returns the missing requirements, in complete sentences. */
  public static List<String> missing(TableDescription table) {
    CreateTableRequest needed = StudentTable.createTableRequest(table.tableName());
    List<String> missing = new ArrayList<>();
    if (!table.keySchema().equals(needed.keySchema())) {
      missing.add(
          "The table's key must be %s; it is %s, and a key cannot be changed: make a new table and"
                  .formatted(text(needed.keySchema()), text(table.keySchema()))
              + " move the items.");
    }
    for (GlobalSecondaryIndex index : needed.globalSecondaryIndexes()) {
      index(index, table).ifPresent(missing::add);
    }
    missing.addAll(types(needed, table));
    return missing;
  }

  private static Optional<String> index(GlobalSecondaryIndex needed, TableDescription table) {
    Optional<GlobalSecondaryIndexDescription> found =
        table.globalSecondaryIndexes().stream()
            .filter(index -> index.indexName().equals(needed.indexName()))
            .findFirst();
    String name = "The index " + needed.indexName();
    if (found.isEmpty()) {
      return Optional.of(
          "%s is missing: add it with the key %s, projecting all attributes."
              .formatted(name, text(needed.keySchema())));
    }
    if (!found.get().keySchema().equals(needed.keySchema())) {
      return Optional.of(
          "%s must have the key %s; it has %s: remove it and add it again."
              .formatted(name, text(needed.keySchema()), text(found.get().keySchema())));
    }
    if (!needed.projection().projectionType().equals(found.get().projection().projectionType())) {
      return Optional.of(name + " must project all attributes: remove it and add it again.");
    }
    return found.get().indexStatus() == IndexStatus.CREATING
        ? Optional.of(name + " is being filled: wait until it is active.")
        : Optional.empty();
  }

  private static List<String> types(CreateTableRequest needed, TableDescription table) {
    Map<String, String> found =
        table.attributeDefinitions().stream()
            .collect(
                Collectors.toMap(
                    AttributeDefinition::attributeName,
                    AttributeDefinition::attributeTypeAsString));
    return needed.attributeDefinitions().stream()
        .filter(
            attribute ->
                !attribute
                    .attributeTypeAsString()
                    .equals(
                        found.getOrDefault(
                            attribute.attributeName(), attribute.attributeTypeAsString())))
        .map(
            attribute ->
                "The key attribute %s must be a string.".formatted(attribute.attributeName()))
        .toList();
  }

  private static String text(List<KeySchemaElement> schema) {
    return schema.stream()
        .map(key -> "%s (%s)".formatted(key.attributeName(), key.keyTypeAsString()))
        .collect(Collectors.joining(", "));
  }
}
