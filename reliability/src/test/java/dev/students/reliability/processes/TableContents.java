package dev.students.reliability.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The items of a table, so that it can be filled with them again. */
record TableContents(Set<Map<String, AttributeValue>> items) {

  private static final int MOST_AT_ONCE = 25;

  static TableContents of(DynamoDbClient client, String table) {
    return new TableContents(
        Set.copyOf(
            client
                .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
                .items()
                .stream()
                .toList()));
  }

  void writeTo(DynamoDbClient client, String table) {
    List<WriteRequest> puts = new ArrayList<>();
    for (Map<String, AttributeValue> item : items) {
      puts.add(WriteRequest.builder().putRequest(PutRequest.builder().item(item).build()).build());
    }
    for (int from = 0; from < puts.size(); from += MOST_AT_ONCE) {
      List<WriteRequest> some = puts.subList(from, Math.min(puts.size(), from + MOST_AT_ONCE));
      client.batchWriteItem(write -> write.requestItems(Map.of(table, some)));
    }
  }
}
