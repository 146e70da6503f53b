package dev.students.benchmarks;

import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A program that reads one student and ends: what a fresh JVM takes until the first answer. */
final class FirstAnswer {

  private FirstAnswer() {}

  /**
   * The program.
   *
   * @param args the HTTP client, the endpoint, the table
   */
  public static void main(String[] args) {
    HttpStack stack = HttpStack.valueOf(args[0]);
    URI endpoint = URI.create(args[1]);
    System.out.println(
        stack.isSynchronous()
            ? answer(stack.client(endpoint), args[2])
            : answer(stack.asyncClient(endpoint), args[2]));
    System.exit(0);
  }

  private static String answer(DynamoDbClient client, String table) {
    return StudentStore.create(client, table)
        .findById(StudentId.of(Operation.ADA))
        .orElseThrow()
        .id()
        .value();
  }

  private static String answer(DynamoDbAsyncClient client, String table) {
    Map<String, AttributeValue> key = HandWritten.key("student#" + Operation.ADA);
    return Row.of(
            client.getItem(get -> get.tableName(table).key(key).consistentRead(true)).join().item())
        .id();
  }
}
