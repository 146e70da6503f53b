package dev.students.data;

import static java.util.Objects.requireNonNull;

import dev.students.data.internal.RequestIdentity;
import dev.students.data.internal.RetryClock;
import dev.students.data.internal.RetryPolicy;
import dev.students.local.LocalDynamoDb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** A table on DynamoDB Local and a store on it whose requests can be observed. */
final class TestTable implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  /**
   * The number of attempts that the SDK makes for a request, as the clients here are configured.
   */
  static final int SDK_ATTEMPTS = 3;

  /**
   * One database for all tests of this JVM, because it takes seconds to start. It ends with the
   * JVM.
   */
  private static final LocalDynamoDb LOCAL = LocalDynamoDb.inMemory();

  /** Reads the database directly, without a client. */
  static final DynamoDbClient READS = LOCAL.directReads();

  /** Half of the maximum delay of full jitter. */
  static final BackoffStrategy HALF =
      attempt -> Duration.ofMillis(Math.min(1_000, 20L << (attempt - 2)) / 2);

  /** A client that bypasses {@link #wire}. */
  static final DynamoDbClient PLAIN = LOCAL.clientBuilder().build();

  final String name = "students-" + UUID.randomUUID();
  final Wire wire = new Wire(LocalDynamoDb.httpClientBuilder().build());
  final RecordedPause pause = new RecordedPause();
  final DynamoDbClient client;

  /** The number of scenes that were set up in the table. */
  int scenes;

  /** The store under test, which sends its requests through {@link #wire}. */
  final StudentStore store;

  /** The store of another caller, which bypasses {@link #wire}. */
  final StudentStore other =
      StudentStore.builder(PLAIN, name).identities(TestTable::identity).build();

  TestTable() {
    this(interceptors -> {});
  }

  /** Creates a table whose store sends its requests through a further HTTP client. */
  TestTable(Consumer<ClientOverrideConfiguration.Builder> more) {
    PLAIN.createTable(StudentTable.createTableRequest(name));
    client = clientThrough(wire, more);
    store = builder().build();
  }

  static DynamoDbClient clientThrough(Wire wire) {
    return clientThrough(wire, interceptors -> {});
  }

  private static DynamoDbClient clientThrough(
      Wire wire, Consumer<ClientOverrideConfiguration.Builder> more) {
    return LOCAL
        .clientBuilder()
        .httpClientBuilder(null)
        .httpClient(wire)
        .overrideConfiguration(
            o -> {
              o.retryStrategy(
                  AwsRetryStrategy.standardRetryStrategy().toBuilder()
                      .maxAttempts(SDK_ATTEMPTS)
                      // Tests lose more responses than the SDK's retry quota allows.
                      .circuitBreakerEnabled(false)
                      .backoffStrategy(BackoffStrategy.retryImmediately())
                      .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                      .build());
              more.accept(o);
            })
        .build();
  }

  StudentStore.Builder builder() {
    return builder(client);
  }

  StudentStore.Builder builder(DynamoDbClient through) {
    return StudentStore.builder(through, name)
        .identities(TestTable::identity)
        .retries(new RetryPolicy(pause, HALF));
  }

  /**
   * Creates a store with a fixed clock and versions that start at 1, so that tests can state them.
   */
  private static RequestIdentity identity() {
    return new RequestIdentity(NOW, UUID.randomUUID().toString(), 1);
  }

  /** All items, by key. */
  Map<String, Map<String, AttributeValue>> items() {
    Map<String, Map<String, AttributeValue>> items = new TreeMap<>();
    PLAIN
        .scanPaginator(scan -> scan.tableName(name).consistentRead(true))
        .items()
        .forEach(item -> items.put(text(item, "pk") + "/" + text(item, "sk"), item));
    return items;
  }

  /** The keys of all items, without sort keys that equal the partition key. */
  List<String> keys() {
    return items().values().stream()
        .map(
            item ->
                text(item, "pk").equals(text(item, "sk"))
                    ? text(item, "pk")
                    : text(item, "pk") + "/" + text(item, "sk"))
        .toList();
  }

  static String text(Map<String, AttributeValue> item, String attribute) {
    return requireNonNull(item.get(attribute), attribute).s();
  }

  Map<String, AttributeValue> item(String pk, String sk) {
    return PLAIN
        .getItem(
            get ->
                get.tableName(name)
                    .consistentRead(true)
                    .key(Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk))))
        .item();
  }

  Map<String, AttributeValue> item(String key) {
    return item(key, key);
  }

  void put(Map<String, AttributeValue> item) {
    PLAIN.putItem(put -> put.tableName(name).item(item));
  }

  void remove(String key) {
    PLAIN.deleteItem(
        delete ->
            delete
                .tableName(name)
                .key(Map.of("pk", AttributeValue.fromS(key), "sk", AttributeValue.fromS(key))));
  }

  /** A student as a legacy client writes it. */
  Map<String, AttributeValue> putLegacy(String id, String email) {
    Map<String, AttributeValue> item = legacyStudent(id, email);
    put(item);
    return item;
  }

  /** A student as a legacy client soft-deletes it. */
  void putLegacyDeleted(String id, String email) {
    Map<String, AttributeValue> item = legacyStudent(id, email);
    item.put("deleted", AttributeValue.fromBool(true));
    put(item);
  }

  /**
   * Sets one attribute of an existing student as a legacy client does; returns whether the student
   * exists.
   */
  boolean setAsLegacyClient(String id, String attribute, AttributeValue value) {
    AttributeValue key = AttributeValue.fromS("student#" + id);
    try {
      PLAIN.updateItem(
          update ->
              update
                  .tableName(name)
                  .key(Map.of("pk", key, "sk", key))
                  .updateExpression("SET " + attribute + " = :value")
                  .conditionExpression("attribute_exists(gsi1_pk)")
                  .expressionAttributeValues(Map.of(":value", value)));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  static Map<String, AttributeValue> legacyStudent(String id, String email) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("pk", AttributeValue.fromS("student#" + id));
    item.put("sk", AttributeValue.fromS("student#" + id));
    item.put("gsi1_pk", AttributeValue.fromS(email));
    item.put("gsi1_sk", AttributeValue.fromS("student#" + id));
    item.put("firstName", AttributeValue.fromS("Old"));
    item.put("lastName", AttributeValue.fromS("Timer"));
    item.put("xp", AttributeValue.fromN("7"));
    item.put("entityType", AttributeValue.fromS("student"));
    return item;
  }

  static NewStudent ada() {
    return student("ada", "Ada", "Lovelace", "Ada@Example.org");
  }

  static NewStudent student(String id, String first, String last, String email) {
    return NewStudent.of(PersonName.of(first), PersonName.of(last), EmailAddress.of(email))
        .withId(StudentId.of(id));
  }

  @Override
  public void close() {
    client.close();
    PLAIN.deleteTable(delete -> delete.tableName(name));
  }

  /** A clock that does not wait but records the delays. */
  static final class RecordedPause implements RetryClock {

    final List<Duration> slept = new ArrayList<>();
    Duration now = Duration.ZERO;
    Runnable onSleep = () -> {};

    @Override
    public long nanoTime() {
      return now.toNanos();
    }

    @Override
    public void sleep(Duration delay) throws InterruptedException {
      onSleep.run();
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      slept.add(delay);
      now = now.plus(delay);
    }
  }
}
