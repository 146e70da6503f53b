package dev.students.data;

import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The key and index names of the table that {@link StudentStore} uses, and a request that creates
 * such a table.
 */
public final class StudentTable {

  /** The partition key, a string. */
  public static final String PARTITION_KEY = "pk";

  /** The sort key, a string. */
  public static final String SORT_KEY = "sk";

  /** The global secondary index, by e-mail address; it projects all attributes. */
  public static final String INDEX = "gsi1";

  /** The index's partition key, a string: the e-mail address in lower case. */
  public static final String INDEX_PARTITION_KEY = "gsi1_pk";

  /** The index's sort key, a string. */
  public static final String INDEX_SORT_KEY = "gsi1_sk";

  private StudentTable() {}

  /**
   * Returns the request that creates such a table, billed on demand, for use in tests. Deployed
   * tables are defined by the CDK app; a contract test keeps both definitions equal.
   */
  public static CreateTableRequest createTableRequest(String tableName) {
    return CreateTableRequest.builder()
        .tableName(tableName)
        .attributeDefinitions(
            string(PARTITION_KEY),
            string(SORT_KEY),
            string(INDEX_PARTITION_KEY),
            string(INDEX_SORT_KEY))
        .keySchema(key(PARTITION_KEY, KeyType.HASH), key(SORT_KEY, KeyType.RANGE))
        .globalSecondaryIndexes(
            GlobalSecondaryIndex.builder()
                .indexName(INDEX)
                .keySchema(
                    key(INDEX_PARTITION_KEY, KeyType.HASH), key(INDEX_SORT_KEY, KeyType.RANGE))
                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                .build())
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .build();
  }

  private static AttributeDefinition string(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
