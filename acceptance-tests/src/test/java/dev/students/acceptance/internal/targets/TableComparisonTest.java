package dev.students.acceptance.internal.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.acceptance.internal.targets.TableComparison.Aspect;
import dev.students.acceptance.internal.targets.TableComparison.Difference;
import dev.students.local.LocalDynamoDb;
import dev.students.local.TemplateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;

class TableComparisonTest {

  private static final TemplateTable REVIEWED = Templates.table("dev");

  private static LocalDynamoDb local;

  @BeforeAll
  static void start() {
    local = LocalDynamoDb.inMemory();
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  @Test
  void compare_tableOfTheTemplate_hasNoDifferences() {
    assertThat(differences("same", table -> table)).isEmpty();
  }

  @Test
  void compare_renamedKeyOfTheIndex_isADifference() {
    assertThat(differences("renamed", TableComparisonTest::renameIndexKey))
        .extracting(Difference::aspect)
        .containsExactly(Aspect.LAYOUT, Aspect.INDEX);
  }

  @Test
  void compare_otherProjection_isADifference() {
    List<Difference> differences = differences("keysOnly", TableComparisonTest::projectKeysOnly);
    String reviewed = "gsi1 on gsi1_pk HASH, gsi1_sk RANGE projecting ALL";
    assertThat(differences).hasSize(1);
    assertThat(differences.get(0).reviewed()).startsWith(reviewed);
    assertThat(differences)
        .containsExactly(
            new Difference(
                Aspect.INDEX,
                "The indexes",
                differences.get(0).reviewed(),
                differences.get(0).reviewed().replaceFirst("ALL", "KEYS_ONLY")));
  }

  @Test
  void compare_otherProtection_isADifference() {
    assertThat(
            differences("kept", table -> table.toBuilder().deletionProtectionEnabled(true).build()))
        .containsExactly(
            new Difference(Aspect.PROTECTION, "The protection from deletion", "off", "on"));
  }

  private static List<Difference> differences(
      String name, UnaryOperator<CreateTableRequest> change) {
    try (DynamoDbClient client = local.clientBuilder().build()) {
      client.createTable(change.apply(REVIEWED.createTableRequest(name)));
      OpenTarget opened =
          new DeployedTarget(
              local::clientBuilder, name, REVIEWED, Optional.of(local.endpoint()), () -> {});
      return TableComparison.of(client, opened);
    }
  }

  private static CreateTableRequest renameIndexKey(CreateTableRequest table) {
    List<AttributeDefinition> attributes =
        table.attributeDefinitions().stream()
            .map(
                attribute ->
                    attribute.attributeName().equals("gsi1_pk")
                        ? attribute.toBuilder().attributeName("email").build()
                        : attribute)
            .toList();
    GlobalSecondaryIndex index =
        table.globalSecondaryIndexes().get(0).toBuilder()
            .keySchema(
                KeySchemaElement.builder().attributeName("email").keyType(KeyType.HASH).build(),
                KeySchemaElement.builder().attributeName("gsi1_sk").keyType(KeyType.RANGE).build())
            .build();
    return withFirstIndex(table, index).toBuilder().attributeDefinitions(attributes).build();
  }

  private static CreateTableRequest projectKeysOnly(CreateTableRequest table) {
    GlobalSecondaryIndex index =
        table.globalSecondaryIndexes().get(0).toBuilder()
            .projection(Projection.builder().projectionType("KEYS_ONLY").build())
            .build();
    return withFirstIndex(table, index);
  }

  private static CreateTableRequest withFirstIndex(
      CreateTableRequest table, GlobalSecondaryIndex index) {
    List<GlobalSecondaryIndex> indexes = new ArrayList<>(table.globalSecondaryIndexes());
    indexes.set(0, index);
    return table.toBuilder().globalSecondaryIndexes(indexes).build();
  }
}
