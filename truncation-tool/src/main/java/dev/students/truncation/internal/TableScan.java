package dev.students.truncation.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Reads the pages of a segmented scan of a table: the keys of its items, or only their number.
 *
 * <p>The projection uses placeholders for the key attributes, because their names may be reserved
 * words.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Scan.html#Scan.ParallelScan">Parallel
 *     scan</a>
 */
final class TableScan {

  /**
   * The maximum number of keys on all pages that are read concurrently. If items are small, a page
   * of 1 MB contains tens of thousands of keys, too many for a small heap. This number takes about
   * 20 MB, and does not restrict pages of items of 300 bytes at the default concurrency.
   */
  private static final int KEYS_UNDER_WAY = 32_000;

  private final DynamoDbClient dynamoDb;
  private final RequestSender<ScanResponse> sender;
  private final Tally tally;
  private final ScanRequest template;

  private TableScan(
      DynamoDbClient dynamoDb,
      RequestSender<ScanResponse> sender,
      Tally tally,
      ScanRequest template) {
    this.dynamoDb = dynamoDb;
    this.sender = sender;
    this.tally = tally;
    this.template = template;
  }

  static TableScan ofKeys(
      DynamoDbClient dynamoDb,
      RequestSender<ScanResponse> sender,
      Tally tally,
      TableDescription table,
      int segments,
      ReturnConsumedCapacity units) {
    Map<String, String> names = placeholders(table.keySchema());
    return new TableScan(
        dynamoDb,
        sender,
        tally,
        template(table, segments)
            .returnConsumedCapacity(units)
            .limit(Math.max(25, KEYS_UNDER_WAY / segments))
            .projectionExpression(String.join(", ", names.keySet()))
            .expressionAttributeNames(names)
            .build());
  }

  static TableScan ofCounts(
      DynamoDbClient dynamoDb,
      RequestSender<ScanResponse> sender,
      Tally tally,
      TableDescription table,
      int segments) {
    return new TableScan(
        dynamoDb,
        sender,
        tally,
        template(table, segments)
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
            .select(Select.COUNT)
            .build());
  }

  /** Whether a page states its number of items, and contains that many if items were requested. */
  static boolean isComplete(ScanResponse page) {
    return page.count() != null && (!page.hasItems() || page.items().size() == page.count());
  }

  private static ScanRequest.Builder template(TableDescription table, int segments) {
    return ScanRequest.builder().tableName(table.tableName()).totalSegments(segments);
  }

  private static Map<String, String> placeholders(List<KeySchemaElement> keySchema) {
    return IntStream.range(0, keySchema.size())
        .boxed()
        .collect(Collectors.toMap(i -> "#k" + i, i -> keySchema.get(i).attributeName()));
  }

  /** Reads the next page and adds it to the work. */
  void readPage(PassWork work, Segment segment, boolean consistent) {
    ScanRequest.Builder request =
        template.toBuilder().segment(segment.number()).consistentRead(consistent);
    if (!segment.lastKey().isEmpty()) {
      request.exclusiveStartKey(segment.lastKey());
    }
    ScanResponse page =
        sender.send(
            new OutcomeUnknown(),
            override -> dynamoDb.scan(request.overrideConfiguration(override).build()));
    tally.scanned.add(page.count());
    Optional.ofNullable(page.consumedCapacity())
        .map(ConsumedCapacity::capacityUnits)
        .ifPresent(tally.readUnits::add);
    work.pageRead(segment, page.items(), page.lastEvaluatedKey());
  }
}
