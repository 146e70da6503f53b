package dev.students.truncation.internal;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Deletes batches of items by key until DynamoDB has confirmed each deletion. Sending a deletion
 * again after a lost response does no harm, because it is unconditional.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</a>
 */
final class BatchDelete {

  private final DynamoDbClient dynamoDb;
  private final RequestSender<BatchWriteItemResponse> sender;
  private final Tally tally;
  private final String tableName;
  private final ReturnConsumedCapacity units;

  BatchDelete(
      DynamoDbClient dynamoDb,
      RequestSender<BatchWriteItemResponse> sender,
      Tally tally,
      String tableName,
      ReturnConsumedCapacity units) {
    this.dynamoDb = dynamoDb;
    this.sender = sender;
    this.tally = tally;
    this.tableName = tableName;
    this.units = units;
  }

  /** The deletions that a response leaves unprocessed. */
  static List<WriteRequest> unprocessed(BatchWriteItemResponse answer) {
    // The request was for one table, so the response is about that table, whatever name it uses.
    return answer.unprocessedItems().values().stream().flatMap(List::stream).toList();
  }

  /**
   * @param keys at most 25 distinct keys
   */
  void delete(List<Map<String, AttributeValue>> keys) {
    var outcome = new OutcomeUnknown();
    List<WriteRequest> pending =
        keys.stream()
            .map(key -> WriteRequest.builder().deleteRequest(delete -> delete.key(key)).build())
            .toList();
    int withoutProgress = 0;
    try {
      while (!pending.isEmpty()) {
        BatchWriteItemResponse answer = send(outcome, pending);
        List<WriteRequest> left = unprocessed(answer);
        tally.deleted.add(pending.size() - left.size());
        withoutProgress = left.size() < pending.size() ? 0 : withoutProgress + 1;
        pending = left;
        if (!pending.isEmpty()) {
          waitToSendAgain(withoutProgress);
        }
      }
    } finally {
      if (outcome.isUnknown()) {
        tally.unconfirmed.add(pending.size());
      }
    }
  }

  private void waitToSendAgain(int withoutProgress) {
    if (withoutProgress == RequestSender.MAXIMUM_TRIES_THROTTLED) {
      throw SdkClientException.create(
          "DynamoDB left the same keys unprocessed "
              + withoutProgress
              + " times: the table's write throughput is exhausted.");
    }
    tally.retries.increment();
    sender.pauseAfter(withoutProgress + 1);
  }

  private BatchWriteItemResponse send(OutcomeUnknown outcome, List<WriteRequest> deletions) {
    BatchWriteItemResponse answer =
        sender.send(
            outcome,
            override ->
                dynamoDb.batchWriteItem(
                    request ->
                        request
                            .requestItems(Map.of(tableName, deletions))
                            .returnConsumedCapacity(units)
                            .overrideConfiguration(override)));
    answer.consumedCapacity().stream()
        .map(ConsumedCapacity::capacityUnits)
        .forEach(tally.writeUnits::add);
    return answer;
  }
}
