package dev.students.local.internal.calls;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;

/**
 * The units of one read call. They depend on the full size of all items that the service evaluated.
 * If the call returned only parts of them, they are read again.
 */
final class ReadCost {

  private static final Pattern PLACEHOLDER = Pattern.compile("[#:]\\w+");

  private final DynamoDbClient client;
  private final Items items;

  ReadCost(DynamoDbClient client, Items items) {
    this.client = client;
    this.items = items;
  }

  /** Starts to compute the cost of a call. Empty if the operation reads no items. */
  Optional<Double> of(SdkRequest request, SdkResponse response) {
    if (request instanceof GetItemRequest get) {
      return Optional.of(get(get, (GetItemResponse) response));
    }
    if (request instanceof TransactGetItemsRequest transaction) {
      List<ItemKey> keys =
          transaction.transactItems().stream()
              .map(item -> new ItemKey(item.get().tableName(), item.get().key()))
              .toList();
      return Optional.of(2 * ofItems(keys, true));
    }
    if (request instanceof QueryRequest query) {
      return Optional.of(query(query, (QueryResponse) response));
    }
    if (request instanceof ScanRequest scan) {
      return Optional.of(scan(scan, (ScanResponse) response));
    }
    return Optional.empty();
  }

  private double get(GetItemRequest get, GetItemResponse response) {
    boolean strong = strong(get.consistentRead());
    return get.projectionExpression() == null && !get.hasAttributesToGet()
        ? ofBytes(ItemSize.of(response.item()), strong)
        : ofItems(List.of(new ItemKey(get.tableName(), get.key())), strong);
  }

  private double ofItems(List<ItemKey> keys, boolean strong) {
    Map<ItemKey, Map<String, AttributeValue>> found = items.read(keys);
    return keys.stream()
        .mapToDouble(key -> ofBytes(ItemSize.of(found.getOrDefault(key, Map.of())), strong))
        .sum();
  }

  private double query(QueryRequest query, QueryResponse response) {
    boolean strong = strong(query.consistentRead());
    return query.projectionExpression() == null
            && query.filterExpression() == null
            && query.select() == null
            && !query.hasAttributesToGet()
            && !query.hasQueryFilter()
        ? ofTogether(response.items().stream(), strong)
        : narrowed(query, response, strong);
  }

  private double narrowed(QueryRequest query, QueryResponse response, boolean strong) {
    Map<String, String> names =
        used(query.expressionAttributeNames(), query.keyConditionExpression());
    QueryRequest whole =
        query.toBuilder()
            .projectionExpression(null)
            .filterExpression(null)
            .select((String) null)
            .expressionAttributeNames(names.isEmpty() ? null : names)
            .expressionAttributeValues(
                used(query.expressionAttributeValues(), query.keyConditionExpression()))
            .limit(atLeastOne(response.scannedCount()))
            .build();
    return ofTogether(
        response.scannedCount() == 0 ? Stream.empty() : client.query(whole).items().stream(),
        strong);
  }

  private double scan(ScanRequest scan, ScanResponse response) {
    ScanRequest whole =
        scan.toBuilder()
            .projectionExpression(null)
            .filterExpression(null)
            .select((String) null)
            .expressionAttributeNames(null)
            .expressionAttributeValues(null)
            .limit(atLeastOne(response.scannedCount()))
            .build();
    return ofTogether(
        response.scannedCount() == 0 ? Stream.empty() : client.scan(whole).items().stream(),
        strong(scan.consistentRead()));
  }

  private static int atLeastOne(int count) {
    return Math.max(1, count);
  }

  /**
   * The placeholders still in use after other expressions were removed, because DynamoDB rejects
   * unused ones.
   */
  private static <V> Map<String, V> used(Map<String, V> placeholders, String expression) {
    List<String> named = PLACEHOLDER.matcher(expression).results().map(MatchResult::group).toList();
    Map<String, V> used =
        placeholders.entrySet().stream()
            .filter(entry -> named.contains(entry.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return used;
  }

  private static double ofTogether(Stream<Map<String, AttributeValue>> items, boolean strong) {
    return ofBytes(items.mapToLong(ItemSize::of).sum(), strong);
  }

  private static double ofBytes(long bytes, boolean strong) {
    return strong
        ? CapacityRules.stronglyConsistentRead(bytes)
        : CapacityRules.eventuallyConsistentRead(bytes);
  }

  private static boolean strong(Boolean consistentRead) {
    return Boolean.TRUE.equals(consistentRead);
  }
}
