package dev.students.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Writes as much as fits in one request to a database in a folder, so that the database has work
 * left after its response. Prints the keys once the response arrives, and then halts immediately,
 * as if by SIGKILL.
 */
final class SuddenEndProgram {

  static final String TABLE = "kept";
  static final List<String> KEYS = IntStream.range(0, 100).mapToObj(i -> "item-" + i).toList();

  private static final AttributeValue TEXT = AttributeValue.fromS("x".repeat(40_000));

  private SuddenEndProgram() {}

  public static void main(String... arguments) {
    LocalDynamoDb local = LocalDynamoDb.onFolder(Path.of(arguments[0]));
    DynamoDbClient client = local.clientBuilder().build();
    List<TransactWriteItem> puts = KEYS.stream().map(SuddenEndProgram::put).toList();
    client.transactWriteItems(request -> request.transactItems(puts));
    System.out.println(String.join("\n", KEYS));
    Runtime.getRuntime().halt(0);
  }

  private static TransactWriteItem put(String key) {
    Map<String, AttributeValue> item = Map.of("pk", AttributeValue.fromS(key), "text", TEXT);
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(TABLE).item(item).build())
        .build();
  }
}
