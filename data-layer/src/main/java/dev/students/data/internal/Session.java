package dev.students.data.internal;

import dev.students.data.ContentionException;
import dev.students.data.StoreCall;
import dev.students.data.StudentId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Sends the requests of one call of the store and records their cost. Not thread-safe. */
public final class Session {

  private final DynamoDbClient client;
  private final @Nullable ReturnConsumedCapacity capacity;
  private final Retries retries;
  private int requests;
  private double readUnits;
  private double writeUnits;

  /**
   * Starts a call.
   *
   * @param metered whether to request the consumed capacity from DynamoDB
   */
  public Session(DynamoDbClient client, boolean metered, RetryPolicy policy) {
    this.client = client;
    this.capacity = metered ? ReturnConsumedCapacity.TOTAL : null;
    this.retries = new Retries(policy);
  }

  Item get(GetItemRequest request) {
    requests++;
    GetItemResponse response =
        client.getItem(
            capacity == null
                ? request
                : request.toBuilder().returnConsumedCapacity(capacity).build());
    countRead(response.consumedCapacity());
    return new Item(response.item());
  }

  QueryResponse query(QueryRequest request) {
    requests++;
    QueryResponse response =
        client.query(
            capacity == null
                ? request
                : request.toBuilder().returnConsumedCapacity(capacity).build());
    countRead(response.consumedCapacity());
    return response;
  }

  /**
   * Writes a transaction. If it is cancelled for transient reasons, such as a concurrent write, the
   * identical request is sent again after a delay; because of its token it is applied at most once.
   *
   * @return the failed conditions. Empty if the transaction was applied
   * @throws TransactionCanceledException if it was cancelled for other reasons, or if the retries
   *     are exhausted
   */
  Optional<Cancellation> write(Transaction transaction) {
    return decide(transaction)
        .map(
            e ->
                Cancellation.of(transaction, e)
                    .orElseThrow(() -> Cancellation.explained(transaction, e)));
  }

  /**
   * Writes a transaction for a caller that evaluates the reasons itself.
   *
   * @return the cancellation. Empty if the transaction was applied
   * @throws TransactionCanceledException if it is still cancelled for transient reasons when the
   *     retries are exhausted
   */
  Optional<TransactionCanceledException> decide(Transaction transaction) {
    while (true) {
      Optional<TransactionCanceledException> cancelled = send(transaction);
      if (cancelled.isEmpty() || !Cancellation.isTransient(cancelled.get())) {
        return cancelled;
      }
      if (!retries.another()) {
        throw Cancellation.explained(transaction, cancelled.get());
      }
    }
  }

  /**
   * Sends a transaction once.
   *
   * @return the cancellation. Empty if the transaction was applied
   */
  Optional<TransactionCanceledException> send(Transaction transaction) {
    requests++;
    try {
      countWrite(
          client.transactWriteItems(
              capacity == null
                  ? transaction.request()
                  : transaction.request().toBuilder().returnConsumedCapacity(capacity).build()));
      return Optional.empty();
    } catch (TransactionCanceledException e) {
      return Optional.of(e);
    }
  }

  /** Records progress of a call with several writes: the retry limits count from here. */
  void progress() {
    retries.progress();
  }

  /**
   * Waits before the student is read again and its change is rebuilt.
   *
   * @throws ContentionException if the retries are exhausted
   */
  void awaitRebuild(StudentId id) {
    if (!retries.another()) {
      throw new ContentionException(id, retries.attempts());
    }
  }

  /** The cost of the call so far. */
  public StoreCall cost(StoreCall.Operation operation) {
    return new StoreCall(operation, requests, readUnits, writeUnits, retries.retries());
  }

  private void countRead(@Nullable ConsumedCapacity consumed) {
    if (consumed != null) {
      readUnits += consumed.capacityUnits();
    }
  }

  private void countWrite(TransactWriteItemsResponse response) {
    for (ConsumedCapacity consumed : response.consumedCapacity()) {
      Double reads = consumed.readCapacityUnits();
      Double writes = consumed.writeCapacityUnits();
      readUnits += reads == null ? 0 : reads;
      // Some emulators report only the sum.
      writeUnits += writes != null ? writes : reads != null ? 0 : consumed.capacityUnits();
    }
  }
}
