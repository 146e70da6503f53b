package dev.students.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Writes large items to a database in a folder from many threads, prints the key of each as soon as
 * its write is answered, and ends at once, as by SIGKILL, after so many answers.
 */
final class SuddenEndProgram {

  static final String TABLE = "kept";

  private static final int THREADS = 8;
  private static final int ANSWERS = 60;

  /** Nearly as large as items may be, so that the database has something to do after its answer. */
  private static final AttributeValue TEXT = AttributeValue.fromS("x".repeat(390_000));

  private SuddenEndProgram() {}

  public static void main(String... arguments) {
    LocalDynamoDb local = LocalDynamoDb.onFolder(Path.of(arguments[0]));
    DynamoDbClient client = local.clientBuilder().build();
    AtomicInteger answers = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    for (int i = 0; i < ANSWERS + THREADS; i++) {
      String key = "item-" + i;
      threads.execute(
          () -> {
            write(client, arguments[1], key);
            System.out.println(key);
            if (answers.incrementAndGet() == ANSWERS) {
              Runtime.getRuntime().halt(0);
            }
          });
    }
  }

  private static void write(DynamoDbClient client, String operation, String key) {
    Map<String, AttributeValue> item = Map.of("pk", AttributeValue.fromS(key), "text", TEXT);
    switch (operation) {
      case "PutItem" -> client.putItem(request -> request.tableName(TABLE).item(item));
      case "TransactWriteItems" ->
          client.transactWriteItems(
              request ->
                  request.transactItems(
                      TransactWriteItem.builder()
                          .put(Put.builder().tableName(TABLE).item(item).build())
                          .build()));
      default -> throw new IllegalArgumentException(operation);
    }
  }
}
