package dev.students.local.internal.calls;

import dev.students.local.internal.calls.CapacityRules.Index;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The keys and global secondary indexes of tables, each requested once. */
final class TableShapes {

  private final DynamoDbClient client;
  private final Map<String, Shape> byTable = new ConcurrentHashMap<>();

  TableShapes(DynamoDbClient client) {
    this.client = client;
  }

  Shape of(String table) {
    return byTable.computeIfAbsent(
        table, name -> Shape.of(client.describeTable(d -> d.tableName(name)).table()));
  }

  /** The parts of a table's description that determine the cost of a write. */
  record Shape(List<String> keyAttributes, List<Index> indexes) {

    static Shape of(TableDescription table) {
      List<String> key = names(table.keySchema());
      return new Shape(
          key,
          table.globalSecondaryIndexes().stream()
              .map(index -> index(key, index.keySchema(), index.projection()))
              .toList());
    }

    Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
      Map<String, AttributeValue> key = new HashMap<>(item);
      key.keySet().retainAll(keyAttributes);
      return key;
    }

    private static Index index(
        List<String> tableKey, List<KeySchemaElement> indexKey, Projection projection) {
      if (projection.projectionType() == ProjectionType.ALL) {
        return new Index(names(indexKey), Optional.empty());
      }
      // The key of the table is projected into every index.
      List<String> projected =
          Stream.concat(tableKey.stream(), projection.nonKeyAttributes().stream()).toList();
      return new Index(names(indexKey), Optional.of(projected));
    }

    private static List<String> names(List<KeySchemaElement> key) {
      return key.stream().map(KeySchemaElement::attributeName).toList();
    }
  }
}
