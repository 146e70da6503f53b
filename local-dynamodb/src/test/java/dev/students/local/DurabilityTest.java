package dev.students.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class DurabilityTest {

  @Test
  void onFolder_processKilledAfterResponses_keepsAcknowledgedWrites(@TempDir Path folder)
      throws Exception {
    createTable(folder);

    String answered =
        new JavaProgram(SuddenEndProgram.class)
            .run(List.of(), Map.of(), List.of(folder.toString()));

    assertThat(answered.lines()).containsExactlyElementsOf(SuddenEndProgram.KEYS);
    assertThat(keys(folder)).containsExactlyInAnyOrderElementsOf(SuddenEndProgram.KEYS);
  }

  private static void createTable(Path folder) {
    try (LocalDynamoDb local = LocalDynamoDb.onFolder(folder);
        DynamoDbClient client = local.clientBuilder().build()) {
      client.createTable(
          request ->
              request
                  .tableName(SuddenEndProgram.TABLE)
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .keySchema(
                      KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build())
                  .attributeDefinitions(
                      AttributeDefinition.builder()
                          .attributeName("pk")
                          .attributeType(ScalarAttributeType.S)
                          .build()));
    }
  }

  private static Set<String> keys(Path folder) {
    try (LocalDynamoDb local = LocalDynamoDb.onFolder(folder);
        DynamoDbClient client = local.clientBuilder().build()) {
      return client
          .scanPaginator(
              request -> request.tableName(SuddenEndProgram.TABLE).projectionExpression("pk"))
          .items()
          .stream()
          .flatMap(item -> item.values().stream())
          .map(AttributeValue::s)
          .collect(Collectors.toSet());
    }
  }
}
