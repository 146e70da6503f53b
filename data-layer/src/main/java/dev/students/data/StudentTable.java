package dev.students.data;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The keys and indexes of the table that {@link StudentStore} uses, and a request that creates such
 * a table.
 */
public final class StudentTable {

  /** The partition key, a string. */
  public static final String PARTITION_KEY = "pk";

  /** The sort key, a string. */
  public static final String SORT_KEY = "sk";

  /** The index by e-mail address. Its partition key is the address in lower case. */
  public static final Index EMAIL_INDEX = new Index("gsi1", "gsi1_pk", "gsi1_sk");

  /**
   * All indexes. The request below, the deployed table and its dashboard, the check of a table and
   * its repair follow this list; {@code docs/add-an-index.md} lists what does not.
   */
  public static final List<Index> INDEXES = List.of(EMAIL_INDEX);

  private StudentTable() {}

  /**
   * A global secondary index. Both its keys are strings, and it projects all attributes, because
   * students are read from it as a whole.
   *
   * @param name the name of the index
   * @param partitionKey the attribute that is its partition key
   * @param sortKey the attribute that is its sort key
   */
  public record Index(String name, String partitionKey, String sortKey) {}

  /**
   * Returns the request that creates such a table, billed on demand, for use in tests. Deployed
   * tables are defined by the CDK app; a contract test keeps both definitions equal.
   */
  public static CreateTableRequest createTableRequest(String tableName) {
    return CreateTableRequest.builder()
        .tableName(tableName)
        .attributeDefinitions(
            Stream.concat(
                    Stream.of(PARTITION_KEY, SORT_KEY),
                    INDEXES.stream()
                        .flatMap(index -> Stream.of(index.partitionKey(), index.sortKey())))
                .map(StudentTable::string)
                .toList())
        .keySchema(keys(PARTITION_KEY, SORT_KEY))
        .globalSecondaryIndexes(INDEXES.stream().map(StudentTable::index).toList())
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .build();
  }

  private static GlobalSecondaryIndex index(Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keys(index.partitionKey(), index.sortKey()))
        .projection(projection -> projection.projectionType(ProjectionType.ALL))
        .build();
  }

  private static AttributeDefinition string(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static List<KeySchemaElement> keys(String partitionKey, String sortKey) {
    return List.of(key(partitionKey, KeyType.HASH), key(sortKey, KeyType.RANGE));
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
