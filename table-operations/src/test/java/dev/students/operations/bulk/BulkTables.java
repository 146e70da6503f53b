package dev.students.operations.bulk;

import dev.students.data.EmailAddress;
import dev.students.data.StoredItem;
import dev.students.data.StudentId;
import dev.students.data.StudentTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Creates tables with many students, written without the store, and files with the same students.
 */
final class BulkTables {

  private static final int CONCURRENCY = 8;
  private static final int STUDENTS_IN_A_BATCH = 8;
  private static final AttributeValue TIME = AttributeValue.fromS("2026-01-02T03:04:05.678Z");

  private final DynamoDbClient client;

  BulkTables(URI endpoint) {
    client = client(endpoint);
  }

  static DynamoDbClient client(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  DynamoDbClient client() {
    return client;
  }

  String create() {
    String table = "bulk-" + UUID.randomUUID();
    client.createTable(StudentTable.createTableRequest(table));
    return table;
  }

  void drop(String table) {
    client.deleteTable(request -> request.tableName(table));
  }

  /** Uses the count that DynamoDB Local reports, which is exact. */
  long count(String table) {
    return client.describeTable(request -> request.tableName(table)).table().itemCount();
  }

  static Path file(int first, int students) throws IOException {
    Path file = Files.createTempFile("students", ".csv");
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.print("id,firstName,lastName,email\r\n");
      for (int i = first; i < first + students; i++) {
        out.printf("%s,Ada,Lovelace,%s\r\n", id(i), email(i));
      }
    }
    return file;
  }

  /** Writes a file with lines of 20 KB that contain line breaks. */
  static Path wideFile(int students) throws IOException {
    String note = "\"%s\r\n, and so on\"".formatted("note ".repeat(4000));
    Path file = Files.createTempFile("students", ".csv");
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.print("id,firstName,lastName,email,note\r\n");
      for (int i = 0; i < students; i++) {
        out.printf("%s,Ada,Lovelace,%s,%s\r\n", id(i), email(i), note);
      }
    }
    return file;
  }

  /** The bare loop: the same transactions without reading a file. */
  void bareLoop(String table, int first, int students) throws InterruptedException {
    each(
        students,
        number -> {
          Map<String, AttributeValue> student = student(first + number);
          client.transactWriteItems(
              request ->
                  request
                      .clientRequestToken(UUID.randomUUID().toString())
                      .transactItems(put(table, student), put(table, reservation(first + number))));
        });
  }

  private static TransactWriteItem put(String table, Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(pk)")
                .build())
        .build();
  }

  /** The three items of each student. */
  void fill(String table, int students) throws InterruptedException {
    each(
        (students + STUDENTS_IN_A_BATCH - 1) / STUDENTS_IN_A_BATCH,
        batch -> {
          int from = batch * STUDENTS_IN_A_BATCH;
          List<WriteRequest> puts =
              IntStream.range(from, Math.min(students, from + STUDENTS_IN_A_BATCH))
                  .boxed()
                  .flatMap(i -> Stream.of(student(i), award(i), reservation(i)))
                  .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
                  .toList();
          client.batchWriteItem(request -> request.requestItems(Map.of(table, puts)));
        });
  }

  private static void each(int count, IntConsumer work) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(CONCURRENCY);
    Semaphore waiting = new Semaphore(4 * CONCURRENCY);
    for (int i = 0; i < count; i++) {
      int number = i;
      waiting.acquire();
      pool.execute(
          () -> {
            try {
              work.accept(number);
            } finally {
              waiting.release();
            }
          });
    }
    pool.shutdown();
    if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("it did not end");
    }
  }

  private static String id(int number) {
    return "s%07d".formatted(number);
  }

  private static String email(int number) {
    return id(number) + "@school.example";
  }

  private static Map<String, AttributeValue> student(int number) {
    Map<String, AttributeValue> item = new HashMap<>(StoredItem.key(StudentId.of(id(number))));
    item.put("entityType", AttributeValue.fromS("student"));
    item.put("firstName", AttributeValue.fromS("Ada"));
    item.put("lastName", AttributeValue.fromS("Lovelace"));
    item.put("email", AttributeValue.fromS(email(number)));
    item.put("xp", AttributeValue.fromN("5"));
    item.put("version", AttributeValue.fromN("1"));
    item.put("createdAt", TIME);
    item.put("updatedAt", TIME);
    item.put("fingerprint", AttributeValue.fromS("x".repeat(44)));
    item.putAll(StoredItem.indexKeys(((StoredItem.OfStudent) StoredItem.read(item)).student()));
    return item;
  }

  private static Map<String, AttributeValue> award(int number) {
    return Map.of(
        "pk", AttributeValue.fromS("student#" + id(number)),
        "sk", AttributeValue.fromS("award#welcome"),
        "entityType", AttributeValue.fromS("xpAward"),
        "amount", AttributeValue.fromN("5"),
        "awardedAt", TIME);
  }

  private static Map<String, AttributeValue> reservation(int number) {
    return StoredItem.reservation(EmailAddress.of(email(number)), StudentId.of(id(number)));
  }
}
