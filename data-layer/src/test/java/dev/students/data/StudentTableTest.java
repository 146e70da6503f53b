package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

class StudentTableTest {

  @Test
  void createTableRequest_isOnDemandWithOneIndexOfAllAttributes() {
    assertThat(StudentTable.createTableRequest("t"))
        .isEqualTo(
            CreateTableRequest.builder()
                .tableName("t")
                .attributeDefinitions(
                    string("pk"), string("sk"), string("gsi1_pk"), string("gsi1_sk"))
                .keySchema(key("pk", "HASH"), key("sk", "RANGE"))
                .globalSecondaryIndexes(
                    GlobalSecondaryIndex.builder()
                        .indexName("gsi1")
                        .keySchema(key("gsi1_pk", "HASH"), key("gsi1_sk", "RANGE"))
                        .projection(projection -> projection.projectionType("ALL"))
                        .build())
                .billingMode("PAY_PER_REQUEST")
                .build());
  }

  private static AttributeDefinition string(String name) {
    return AttributeDefinition.builder().attributeName(name).attributeType("S").build();
  }

  private static KeySchemaElement key(String name, String type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
