package dev.students.benchmarks;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.students.data.StudentTable;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * A change of a name on DynamoDB Local as a transaction, and as an UpdateItem that writes its
 * request's identity beside the version: {@code docs/decisions/one-transaction-a-write.md}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SingleWriteBenchmark {

  private static final String CONDITION = "attribute_exists(pk) AND version = :read";
  private static final String CHANGE = "SET firstName = :name, version = :next";

  private final String table = "students-" + UUID.randomUUID();
  private final DynamoDbClient client = LocalBenchmark.client();
  private final Map<String, AttributeValue> key = HandWritten.key("student#ada");
  private long version;

  /** Makes the table and the student. */
  @Setup
  public final void setUp() {
    client.createTable(StudentTable.createTableRequest(table));
    new ByTutorial(client, table).create("ada", "ada@example.org");
    client.updateItem(
        update ->
            update
                .tableName(table)
                .key(key)
                .updateExpression("SET version = :zero")
                .expressionAttributeValues(Map.of(":zero", fromN("0"))));
  }

  /** Disconnects. */
  @TearDown
  public final void tearDown() {
    client.close();
  }

  /** As the store does. */
  @Benchmark
  public final Object transaction() {
    Map<String, AttributeValue> values = values();
    Update update =
        Update.builder()
            .tableName(table)
            .key(key)
            .updateExpression(CHANGE)
            .conditionExpression(CONDITION)
            .expressionAttributeValues(values)
            .build();
    TransactWriteItem item = TransactWriteItem.builder().update(update).build();
    return client.transactWriteItems(write -> write.transactItems(item));
  }

  /** At half the units. */
  @Benchmark
  public final Object updateItem() {
    Map<String, AttributeValue> values = values();
    values.put(":request", fromS(UUID.randomUUID().toString()));
    return client.updateItem(
        update ->
            update
                .tableName(table)
                .key(key)
                .updateExpression(CHANGE + ", writtenBy = :request")
                .conditionExpression(CONDITION)
                .expressionAttributeValues(values));
  }

  private Map<String, AttributeValue> values() {
    long read = version++;
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":read", fromN(Long.toString(read)));
    values.put(":next", fromN(Long.toString(version)));
    values.put(":name", fromS("Augusta " + version % 2));
    return values;
  }
}
