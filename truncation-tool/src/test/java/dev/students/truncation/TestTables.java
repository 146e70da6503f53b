package dev.students.truncation;

import dev.students.local.LocalDynamoDb;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Creates tables, fills them and counts the items that are left; each test has its own tables. */
final class TestTables {

  /** One database for all tests of this JVM, because it takes seconds to start. Never closed. */
  static final LocalDynamoDb LOCAL = LocalDynamoDb.inMemory();

  private final DynamoDbClient dynamoDb;

  TestTables(LocalDynamoDb local) {
    this(local.clientBuilder().build());
  }

  TestTables(DynamoDbClient dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  /**
   * Creates a table with the partition key {@code pk} and the sort key {@code sk}, both strings.
   */
  void create(String name) {
    create(name, request -> {});
  }

  void create(String name, Consumer<CreateTableRequest.Builder> more) {
    dynamoDb.createTable(
        request ->
            request
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    List.of(
                        attribute("pk", ScalarAttributeType.S),
                        attribute("sk", ScalarAttributeType.S)))
                .keySchema(List.of(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)))
                .applyMutation(more));
  }

  /** Creates a table with only a partition key. */
  void create(String name, String attribute, ScalarAttributeType type) {
    create(
        name,
        request ->
            request
                .attributeDefinitions(List.of(attribute(attribute, type)))
                .keySchema(List.of(key(attribute, KeyType.HASH))));
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  /** Puts items of about the given size, each in its own partition. */
  void fill(String name, int items, int bytes) {
    AttributeValue payload = AttributeValue.fromS("x".repeat(bytes));
    List<Map<String, AttributeValue>> all =
        IntStream.range(0, items)
            .mapToObj(
                i ->
                    Map.of(
                        "pk", AttributeValue.fromS("item#" + i),
                        "sk", AttributeValue.fromS("item"),
                        "payload", payload))
            .toList();
    put(name, all);
  }

  void put(String name, List<Map<String, AttributeValue>> items) {
    IntStream.range(0, (items.size() + 24) / 25)
        .parallel()
        .mapToObj(batch -> items.subList(batch * 25, Math.min(items.size(), batch * 25 + 25)))
        .forEach(
            batch ->
                dynamoDb.batchWriteItem(
                    request ->
                        request.requestItems(
                            Map.of(
                                name,
                                batch.stream()
                                    .map(
                                        item ->
                                            WriteRequest.builder()
                                                .putRequest(put -> put.item(item))
                                                .build())
                                    .toList()))));
  }

  long count(String name) {
    return dynamoDb
        .scanPaginator(request -> request.tableName(name).select(Select.COUNT).consistentRead(true))
        .stream()
        .mapToLong(page -> page.count())
        .sum();
  }

  /** A permit as published by a stack, with which a truncation requests consumed units. */
  TruncationPermit permitOfParameter(URI endpoint, String name) {
    String parameter = "/students/dev/truncation-permit";
    return TruncationPermit.fromParameter(
        ParameterStore.at(endpoint, Map.of(parameter, arn(name))), "dev", parameter);
  }

  String arn(String name) {
    return dynamoDb.describeTable(request -> request.tableName(name)).table().tableArn();
  }

  DynamoDbClient client() {
    return dynamoDb;
  }
}
