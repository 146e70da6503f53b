package dev.students.local;

import static dev.students.local.CapacityUnits.Source.COMPUTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The expected units were derived by hand from AWS's documentation, not from the code. */
class CallRecorderTest {

  private static LocalDynamoDb local;
  private static DynamoDbClient plain;

  private String table;
  private Recording recording;
  private DynamoDbClient client;

  @BeforeAll
  static void start() {
    local = LocalDynamoDb.inMemory();
    plain = local.clientBuilder().build();
  }

  @AfterAll
  static void stop() {
    plain.close();
    local.close();
  }

  @BeforeEach
  void createTable(TestInfo test) {
    table = test.getTestMethod().orElseThrow().getName();
    plain.createTable(
        create ->
            create
                .tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("id"), attribute("colour"))
                .keySchema(key("id"))
                .globalSecondaryIndexes(
                    GlobalSecondaryIndex.builder()
                        .indexName("byColour")
                        .keySchema(key("colour"))
                        .projection(Projection.builder().projectionType("ALL").build())
                        .build()));
    recording =
        CallRecorder.computing(
                local.directReads(), List.of("id"), (name, value) -> value.replace("secret", "…"))
            .start(plain);
    client = recording.client();
  }

  @Test
  void consistentRead_costsOneUnitPer4KiB() {
    put(item("a", 4090));
    put(item("b", 4097));
    assertThat(read(() -> get("a", true))).isEqualTo(1);
    assertThat(read(() -> get("b", true))).isEqualTo(2);
  }

  @Test
  void eventuallyConsistentRead_costsHalf() {
    put(item("a", 4097));
    assertThat(read(() -> get("a", false))).isEqualTo(1);
  }

  @Test
  void read_nonexistentItem_costsAsMuchAsASmallOne() {
    assertThat(read(() -> get("absent", true))).isEqualTo(1);
    assertThat(read(() -> get("absent", false))).isEqualTo(0.5);
  }

  @Test
  void read_projection_costsAsMuchAsTheWholeItem() {
    put(item("a", 4097));
    assertThat(
            read(
                () ->
                    client.getItem(
                        get ->
                            get.tableName(table)
                                .key(Map.of("id", text("a")))
                                .projectionExpression("id")
                                .consistentRead(true))))
        .isEqualTo(2);
  }

  @Test
  void query_filter_roundsTheSumOfAllItemsRead() {
    put(coloured("a", "red", 3000));
    put(coloured("b", "red", 3000));
    assertThat(
            read(
                () ->
                    client.query(
                        query ->
                            query
                                .tableName(table)
                                .indexName("byColour")
                                .keyConditionExpression("#c = :c")
                                .filterExpression("#i = :i")
                                .expressionAttributeNames(Map.of("#c", "colour", "#i", "id"))
                                .expressionAttributeValues(
                                    Map.of(":c", text("red"), ":i", text("a"))))))
        .isEqualTo(1); // 6,000 bytes are two units, halved
    assertThat(last().keys()).containsExactly("byColour: colour=red");
  }

  @Test
  void query_withoutNamePlaceholders_isCounted() {
    put(coloured("a", "red", 5000));
    assertThat(
            read(
                () ->
                    client.query(
                        query ->
                            query
                                .tableName(table)
                                .indexName("byColour")
                                .keyConditionExpression("colour = :c")
                                .expressionAttributeValues(Map.of(":c", text("red"))))))
        .isEqualTo(1);
  }

  @Test
  void query_noItems_costsHalfAUnit() {
    assertThat(
            read(
                () ->
                    client.query(
                        query ->
                            query
                                .tableName(table)
                                .indexName("byColour")
                                .keyConditionExpression("colour = :c")
                                .expressionAttributeValues(Map.of(":c", text("none"))))))
        .isEqualTo(0.5);
  }

  @Test
  void scan_roundsTheSumOfItsItems() {
    put(item("a", 3000));
    put(item("b", 3000));
    assertThat(read(() -> client.scan(s -> s.tableName(table).projectionExpression("id"))))
        .isEqualTo(1);
  }

  @Test
  void write_costsTheLargerImage() {
    assertThat(write(() -> put(item("a", 2500)))).isEqualTo(3);
    assertThat(write(() -> put(item("a", 10)))).isEqualTo(3);
    assertThat(write(() -> put(item("a", 10)))).isEqualTo(1);
    assertThat(write(() -> delete("a"))).isEqualTo(1);
    assertThat(write(() -> delete("a"))).isEqualTo(1);
  }

  @Test
  void update_costsTheWholeItem() {
    put(item("a", 2500));
    assertThat(write(() -> update("a", "SET seen = :v", text("yes")))).isEqualTo(3);
  }

  @Test
  void indexWrite_entryAddedChangedOrRemoved_costsOneWrite() {
    assertThat(write(() -> put(coloured("a", "red", 10)))).isEqualTo(2);
    assertThat(write(() -> put(coloured("a", "red", 20)))).isEqualTo(2);
    assertThat(write(() -> put(coloured("a", "red", 20)))).isEqualTo(1);
    assertThat(write(() -> put(item("a", 20)))).isEqualTo(2);
    assertThat(write(() -> put(item("a", 30)))).isEqualTo(1);
  }

  @Test
  void indexWrite_keyChanged_costsTwoWrites() {
    put(coloured("a", "red", 10));
    assertThat(write(() -> update("a", "SET colour = :v", text("blue")))).isEqualTo(3);
  }

  @Test
  void transaction_doublesTableUnitsButNotIndexUnits() {
    Map<String, AttributeValue> item = coloured("a", "red", 10);
    assertThat(write(() -> transact(t -> t.put(p -> p.tableName(table).item(item))))).isEqualTo(3);
    assertThat(last().keys()).containsExactly("Put id=a");
  }

  @Test
  void conditionalWrite_conditionFailed_costsAsMuchAsTheStoredItem() {
    put(item("a", 1500));
    assertThatThrownBy(
            () ->
                client.putItem(
                    put ->
                        put.tableName(table)
                            .item(item("a", 10))
                            .conditionExpression("attribute_not_exists(id)")))
        .isInstanceOf(ConditionalCheckFailedException.class);
    assertThat(last().units()).contains(new CapacityUnits(0, 2, COMPUTED));
    assertThat(last().error()).contains("ConditionalCheckFailedException");
  }

  @Test
  void cancelledTransaction_hasNoUnits() {
    put(item("a", 10));
    assertThatThrownBy(
            () ->
                transact(
                    t ->
                        t.put(
                            p ->
                                p.tableName(table)
                                    .item(item("a", 10))
                                    .conditionExpression("attribute_not_exists(id)"))))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(last().units()).isEmpty();
    assertThat(last().error()).contains("TransactionCanceledException");
  }

  @Test
  void calls_recordOnlyMaskedKeys() {
    put(coloured("secret-1", "secret red", 10));
    assertThat(last().keys()).containsExactly("Put id=…-1");
  }

  @Test
  void calls_areInOrder() {
    put(item("a", 10));
    get("a", true);
    delete("a");
    assertThat(recording.calls())
        .extracting(RecordedCall::operation)
        .containsExactly("PutItem", "GetItem", "DeleteItem");
    assertThat(recording.calls()).allMatch(call -> call.duration().toNanos() > 0);
  }

  @Test
  void call_everyOverloadOfAnOperation_isRecordedOnce() {
    put(item("a", 10));
    client.getItem(GetItemRequest.builder().tableName(table).key(Map.of("id", text("a"))).build());
    client.listTables();
    assertThat(client.scanPaginator(scan -> scan.tableName(table).limit(1)).items()).hasSize(1);
    client.waiter().waitUntilTableExists(describe -> describe.tableName(table));
    assertThat(recording.calls())
        .extracting(RecordedCall::operation)
        .containsExactly("PutItem", "GetItem", "ListTables", "Scan", "Scan");
  }

  @Test
  void recordings_ofOneClient_areSeparate() {
    Recording other = CallRecorder.reporting(List.of("id"), KeyMask.NONE).start(plain);
    other.client().listTables();
    assertThat(recording.calls()).isEmpty();
    assertThat(other.calls()).hasSize(1);
  }

  @Test
  void recording_callLimitExceeded_failsFurtherCalls() {
    Recording limited = CallRecorder.reporting(List.of("id"), KeyMask.NONE).start(plain, 10);
    assertThatThrownBy(
            () -> {
              while (true) {
                limited.client().listTables();
              }
            })
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Call limit of 10 exceeded; the operation may be retrying forever.");
    assertThat(limited.calls()).hasSize(10);
  }

  @Test
  void tableOperation_hasNoUnits() {
    client.describeTable(describe -> describe.tableName(table));
    assertThat(last().units()).isEmpty();
    assertThat(last().keys()).isEmpty();
  }

  @Test
  void reportedUnits_areThoseOfTheService() {
    Recording reporting = CallRecorder.reporting(List.of("id"), KeyMask.NONE).start(plain);
    reporting.client().putItem(put -> put.tableName(table).item(item("a", 1500)));
    reporting
        .client()
        .getItem(get -> get.tableName(table).key(Map.of("id", text("a"))).consistentRead(true));
    assertThat(reporting.calls())
        .extracting(RecordedCall::units)
        .containsExactly(
            Optional.of(new CapacityUnits(0, 2, CapacityUnits.Source.REPORTED)),
            Optional.of(new CapacityUnits(1, 0, CapacityUnits.Source.REPORTED)));
  }

  private double read(Runnable call) {
    call.run();
    CapacityUnits units = last().units().orElseThrow();
    assertThat(units).isEqualTo(new CapacityUnits(units.read(), 0, COMPUTED));
    return units.read();
  }

  private double write(Runnable call) {
    call.run();
    CapacityUnits units = last().units().orElseThrow();
    assertThat(units).isEqualTo(new CapacityUnits(0, units.write(), COMPUTED));
    return units.write();
  }

  private RecordedCall last() {
    List<RecordedCall> calls = recording.calls();
    return calls.get(calls.size() - 1);
  }

  private void get(String id, boolean strong) {
    client.getItem(get -> get.tableName(table).key(Map.of("id", text(id))).consistentRead(strong));
  }

  private void put(Map<String, AttributeValue> item) {
    client.putItem(put -> put.tableName(table).item(item));
  }

  private void delete(String id) {
    client.deleteItem(delete -> delete.tableName(table).key(Map.of("id", text(id))));
  }

  private void update(String id, String expression, AttributeValue value) {
    client.updateItem(
        update ->
            update
                .tableName(table)
                .key(Map.of("id", text(id)))
                .updateExpression(expression)
                .expressionAttributeValues(Map.of(":v", value)));
  }

  private void transact(Consumer<TransactWriteItem.Builder> item) {
    TransactWriteItem built = TransactWriteItem.builder().applyMutation(item).build();
    client.transactWriteItems(transact -> transact.transactItems(built));
  }

  /** An item whose attribute names and values have the given total size in bytes. */
  private static Map<String, AttributeValue> item(String id, int bytes) {
    int rest = Math.max(1, bytes - "id".length() - id.length() - "text".length());
    return Map.of("id", text(id), "text", text("x".repeat(rest)));
  }

  private static Map<String, AttributeValue> coloured(String id, String colour, int bytes) {
    Map<String, AttributeValue> item = new HashMap<>(item(id, bytes));
    item.put("colour", text(colour));
    return item;
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name) {
    return KeySchemaElement.builder().attributeName(name).keyType(KeyType.HASH).build();
  }
}
