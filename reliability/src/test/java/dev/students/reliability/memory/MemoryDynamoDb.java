package dev.students.reliability.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * An HTTP client behind which there is no network but a DynamoDB of one table. Requests and answers
 * are DynamoDB's JSON, so that the SDK above works as it does anywhere. Thread-safe.
 */
public final class MemoryDynamoDb implements SdkHttpClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_WRITES = 100;

  private final MemoryTable table;
  private final int pageSize;

  /**
   * An empty table.
   *
   * @param random decides how far the index lags
   * @param longestLag how many changes the index may be behind
   * @param pageSize after how many items a page of a query or scan ends
   * @param whileHeld what happens while a transaction holds its items; a pause makes conflicts
   */
  public MemoryDynamoDb(Random random, int longestLag, int pageSize, Runnable whileHeld) {
    this(new MemoryTable(random, longestLag, whileHeld), pageSize);
  }

  private MemoryDynamoDb(MemoryTable table, int pageSize) {
    this.table = table;
    this.pageSize = pageSize;
  }

  /** Another table with the same items, whose index is exact. */
  public MemoryDynamoDb copy() {
    return new MemoryDynamoDb(table.copy(), pageSize);
  }

  /** The same table, in other pages. */
  public MemoryDynamoDb withPagesOf(int items) {
    return new MemoryDynamoDb(table, items);
  }

  /**
   * A builder of clients that lacks only its HTTP client: this database, or what stands before it.
   */
  public static DynamoDbClientBuilder clientBuilder() {
    return DynamoDbClient.builder()
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return answer(request);
      }

      @Override
      public void abort() {}
    };
  }

  private HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
    String target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow();
    try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
      JsonNode parameters = JSON.readTree(body);
      return response(200, carryOut(target.substring(target.indexOf('.') + 1), parameters));
    } catch (ServiceError e) {
      ObjectNode error = JsonNodeFactory.instance.objectNode();
      error.put("__type", "com.amazonaws.dynamodb.v20120810#" + e.type());
      error.put("Message", e.getMessage());
      ArrayNode reasons = e.cancellationReasons();
      if (reasons != null) {
        error.set("CancellationReasons", reasons);
      }
      return response(400, error);
    }
  }

  private static HttpExecuteResponse response(int status, JsonNode body) {
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpFullResponse.builder()
                .statusCode(status)
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .build())
        .responseBody(
            AbortableInputStream.create(
                new ByteArrayInputStream(body.toString().getBytes(StandardCharsets.UTF_8))))
        .build();
  }

  private JsonNode carryOut(String operation, JsonNode request) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    switch (operation) {
      case "GetItem" -> {
        Map<String, JsonNode> item = table.get(ItemKey.of(request.get("Key")));
        if (item != null) {
          answer.set("Item", projected(item, request));
        }
      }
      case "Query" -> query(request, answer);
      case "Scan" -> page(table.find(false, item -> true), request, answer);
      case "PutItem" -> table.write(new ItemWrite("Put", request));
      case "UpdateItem" -> table.write(new ItemWrite("Update", request));
      case "DeleteItem" -> table.write(new ItemWrite("Delete", request));
      case "TransactWriteItems" -> transact(request);
      default -> throw new ServiceError("UnknownOperationException", operation);
    }
    return answer;
  }

  private void transact(JsonNode request) {
    List<ItemWrite> writes = new ArrayList<>();
    Set<ItemKey> keys = new HashSet<>();
    for (JsonNode action : request.get("TransactItems")) {
      String kind = action.fieldNames().next();
      ItemWrite write = new ItemWrite(kind, action.get(kind));
      writes.add(write);
      if (!keys.add(write.key())) {
        throw new ServiceError(
            "ValidationException",
            "Transaction request cannot include multiple operations on one item");
      }
    }
    if (writes.isEmpty() || writes.size() > MOST_WRITES) {
      throw new ServiceError("ValidationException", "Between 1 and 100 writes are allowed");
    }
    table.transact(request.get("ClientRequestToken").textValue(), request, writes);
  }

  private void query(JsonNode request, ObjectNode answer) {
    Values values = Values.of(request);
    Condition keys = Condition.parse(request.get("KeyConditionExpression"), values);
    page(table.find(request.has("IndexName"), keys), request, answer);
  }

  /** One page; what a filter leaves out has counted, as in DynamoDB. */
  private void page(List<Map<String, JsonNode>> found, JsonNode request, ObjectNode answer) {
    Condition filter = Condition.parse(request.get("FilterExpression"), Values.of(request));
    int limit = Math.min(pageSize, request.path("Limit").asInt(pageSize));
    JsonNode start = request.get("ExclusiveStartKey");
    ArrayNode items = answer.putArray("Items");
    int read = 0;
    for (Map<String, JsonNode> item : found) {
      ItemKey key = ItemKey.of(item);
      if (start != null && key.compareTo(ItemKey.of(start)) <= 0) {
        continue;
      }
      if (filter.holdsFor(item)) {
        items.add(projected(item, request));
      }
      if (++read == limit) {
        answer.set("LastEvaluatedKey", lastKey(item, request.has("IndexName")));
        break;
      }
    }
    answer.put("Count", items.size()).put("ScannedCount", read);
  }

  private static ObjectNode projected(Map<String, JsonNode> item, JsonNode request) {
    JsonNode projection = request.get("ProjectionExpression");
    if (projection == null) {
      return MemoryTable.json(item);
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    Tokens tokens = new Tokens(projection.textValue());
    do {
      String name = Values.of(request).name(tokens.take());
      if (item.containsKey(name)) {
        json.set(name, item.get(name));
      }
    } while (tokens.takeIf(","));
    return json;
  }

  private static ObjectNode lastKey(Map<String, JsonNode> item, boolean ofIndex) {
    ObjectNode key = ItemKey.of(item).toJson();
    if (ofIndex) {
      key.set("gsi1_pk", item.get("gsi1_pk"));
      key.set("gsi1_sk", item.get("gsi1_sk"));
    }
    return key;
  }

  @Override
  public void close() {}
}
