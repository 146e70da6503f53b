package dev.students.truncation.bulk;

import dev.students.testing.LiveHeap;
import dev.students.testing.LocalDynamoDbProcess;
import dev.students.truncation.ParameterStore;
import dev.students.truncation.TableTruncation;
import dev.students.truncation.TruncationPermit;
import dev.students.truncation.TruncationResult;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Compares the engine with bare SDK loops in one run, and measures its memory on a large table.
 * Fails if a required ratio is not reached. Arguments: the number of items for the comparison, and
 * of the large table.
 */
final class Bulk {

  private static final int CONCURRENCY = 8;
  private static final int ROUNDS = 2;
  private static final String BARE_LOOP = "bare loop";
  private static final String ENGINE = "engine";
  private static final String SINGLE = "single scan, single deletes";
  private static final String ASKING = ", requesting units";
  private static final String PERMIT = "/students/dev/truncation-permit";
  private static final AttributeValue PAYLOAD = AttributeValue.fromS("x".repeat(250));
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final LocalDynamoDbProcess database;
  private final DynamoDbClient dynamoDb;

  private Bulk(LocalDynamoDbProcess database) {
    this.database = database;
    this.dynamoDb =
        DynamoDbClient.builder()
            .endpointOverride(database.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  public static void main(String[] arguments) throws Exception {
    int items = Integer.parseInt(arguments[0]);
    int large = Integer.parseInt(arguments[1]);
    try (LocalDynamoDbProcess database = LocalDynamoDbProcess.start()) {
      var bulk = new Bulk(database);
      if (items > 0) {
        bulk.compare(items);
      }
      if (large > 0) {
        bulk.large(large);
      }
    }
  }

  /** A way to truncate a table. */
  private interface Truncation {
    void truncate(String table) throws Exception;
  }

  /** Compares both with their defaults for an emulator, and with both requesting consumed units. */
  private void compare(int items) throws Exception {
    Map<String, Truncation> alternating = new LinkedHashMap<>();
    alternating.put(BARE_LOOP, bareLoop(ReturnConsumedCapacity.NONE));
    alternating.put(ENGINE, this::truncate);
    alternating.put(BARE_LOOP + ASKING, bareLoop(ReturnConsumedCapacity.TOTAL));
    alternating.put(
        ENGINE + ASKING, table -> requireComplete(truncation(table, permitOfParameter(table))));
    for (Map.Entry<String, Truncation> each : alternating.entrySet()) {
      itemsPerSecond("warm-up, " + each.getKey(), items / 5, each.getValue());
    }
    Map<String, Double> rates = new LinkedHashMap<>();
    for (int round = 1; round <= ROUNDS; round++) {
      for (Map.Entry<String, Truncation> each : alternating.entrySet()) {
        double rate = itemsPerSecond(each.getKey(), items, each.getValue());
        rates.merge(each.getKey(), rate / ROUNDS, Double::sum);
      }
    }
    double single =
        itemsPerSecond(SINGLE, items, table -> BareLoops.scanAndDelete(dynamoDb, table));
    rates.put(SINGLE, single);
    require(rates, ENGINE, BARE_LOOP, 0.9);
    require(rates, ENGINE + ASKING, BARE_LOOP + ASKING, 0.9);
    require(rates, ENGINE, SINGLE, 3);
  }

  private Truncation bareLoop(ReturnConsumedCapacity units) {
    return table -> BareLoops.scanAndBatchDelete(dynamoDb, table, CONCURRENCY, units);
  }

  private static void require(
      Map<String, Double> rates, String what, String yardstick, double minimum) {
    double ratio = rates.getOrDefault(what, 0.0) / rates.getOrDefault(yardstick, 0.0);
    print("%-60s %10.2f (at least %.1f)", what + " : " + yardstick, ratio, minimum);
    if (ratio < minimum) {
      throw new IllegalStateException(what + " is below " + minimum + " × " + yardstick);
    }
  }

  private double itemsPerSecond(String what, int items, Truncation truncation) throws Exception {
    String table = fill(items);
    long start = System.nanoTime();
    truncation.truncate(table);
    double seconds = (System.nanoTime() - start) / 1e9;
    requireEmpty(table);
    print("%-40s %,10d items %8.1f s %,10.0f items/s", what, items, seconds, items / seconds);
    dynamoDb.deleteTable(request -> request.tableName(table));
    return items / seconds;
  }

  private TruncationResult truncate(String table) {
    return requireComplete(
        truncation(table, TruncationPermit.forEmulator(database.endpoint(), table)));
  }

  private TableTruncation truncation(String table, TruncationPermit permit) {
    return TableTruncation.builder(dynamoDb, permit, table).concurrency(CONCURRENCY).build();
  }

  /** As where a stack permits it: then the engine asks for consumed units. */
  private TruncationPermit permitOfParameter(String table) {
    String arn = dynamoDb.describeTable(it -> it.tableName(table)).table().tableArn();
    return TruncationPermit.fromParameter(
        ParameterStore.at(database.endpoint(), Map.of(PERMIT, arn)), "dev", PERMIT);
  }

  private static TruncationResult requireComplete(TableTruncation truncation) {
    TruncationResult result = truncation.run();
    if (!result.complete()) {
      throw new IllegalStateException(result.toString());
    }
    return result;
  }

  private void large(int items) throws Exception {
    var heap = new LiveHeap();
    String table = fill(items);
    System.gc();
    heap.reset();
    TruncationResult result = truncate(table);
    requireEmpty(table);
    print(
        "%-40s %,10d items %8.1f s %,10.0f items/s",
        "engine, large table",
        result.deleted(),
        seconds(result.duration()),
        result.deleted() / seconds(result.duration()));
    print(
        "%-40s %10.1f MB held at most, in %d full collections; limited to %d MB",
        "its heap",
        heap.peakMegabytes(),
        heap.collections(),
        Runtime.getRuntime().maxMemory() / 1048576);
    if (result.deleted() != items) {
      throw new IllegalStateException(result.toString());
    }
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private void requireEmpty(String table) {
    long left =
        dynamoDb
            .scanPaginator(scan -> scan.tableName(table).select(Select.COUNT).consistentRead(true))
            .stream()
            .mapToLong(page -> page.count())
            .sum();
    if (left > 0) {
      throw new IllegalStateException(left + " items are left");
    }
  }

  /** Creates a table with items of 300 bytes, of which a page of 1 MB contains about 3,500. */
  private String fill(int items) throws InterruptedException {
    String table = "bulk-" + System.nanoTime();
    dynamoDb.createTable(
        request ->
            request
                .tableName(table)
                .billingMode("PAY_PER_REQUEST")
                .attributeDefinitions(List.of(attribute("pk"), attribute("sk")))
                .keySchema(List.of(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))));
    ExecutorService pool = Executors.newFixedThreadPool(CONCURRENCY);
    var waiting = new Semaphore(4 * CONCURRENCY);
    for (int first = 0; first < items; first += 25) {
      List<WriteRequest> batch =
          IntStream.range(first, Math.min(first + 25, items)).mapToObj(Bulk::put).toList();
      waiting.acquire();
      pool.execute(
          () -> {
            dynamoDb.batchWriteItem(request -> request.requestItems(Map.of(table, batch)));
            waiting.release();
          });
    }
    pool.shutdown();
    if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the table was not filled");
    }
    return table;
  }

  private static WriteRequest put(int number) {
    return WriteRequest.builder()
        .putRequest(
            put ->
                put.item(
                    Map.of(
                        "pk", AttributeValue.fromS("student#%08d".formatted(number)),
                        "sk", AttributeValue.fromS("student#%08d".formatted(number)),
                        "d", PAYLOAD)))
        .build();
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static void print(String format, Object... values) {
    OUT.println(String.format(Locale.ROOT, format, values));
  }
}
