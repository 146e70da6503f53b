package dev.students.data.internal;

import dev.students.data.ContentionException;
import dev.students.data.StoreCall;
import dev.students.data.StudentId;
import java.util.List;
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

/** Carries out the requests of one call of the store and counts them. Not thread-safe. */
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
   * @param metered whether to have DynamoDB report units
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
   * Writes a transaction. If it was cancelled for reasons that pass by themselves, such as others'
   * writes at the same time, the very same request is sent again after a pause: under its token it
   * is one write, whatever became of those before it.
   *
   * @return the conditions that failed. Empty if the transaction was applied
   * @throws TransactionCanceledException if it was cancelled for other reasons, or each time
   */
  Optional<Cancellation> write(Transaction transaction) {
    return decide(transaction)
        .map(
            e ->
                Cancellation.of(transaction, e)
                    .orElseThrow(() -> Cancellation.explained(transaction, e)));
  }

  /**
   * The same, for a caller that looks at the reasons itself.
   *
   * @return why it was cancelled. Empty if it was applied
   * @throws TransactionCanceledException if that was each time for reasons that pass by themselves
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
   * @return why it was cancelled. Empty if it was applied
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

  /** A call of several writes has got further: the limits of retries count from here. */
  void progress() {
    retries.progress();
  }

  /**
   * Pauses before the student is read again and its change is built anew.
   *
   * @throws ContentionException if that was often enough
   */
  void awaitRebuild(StudentId id) {
    if (!retries.another()) {
      throw new ContentionException(id, retries.attempts());
    }
  }

  /** What the call cost until now. */
  public StoreCall cost(StoreCall.Operation operation) {
    return new StoreCall(operation, requests, readUnits, writeUnits, retries.retries());
  }

  private void countRead(@Nullable ConsumedCapacity consumed) {
    if (consumed != null) {
      readUnits += consumed.capacityUnits();
    }
  }

  private void countWrite(TransactWriteItemsResponse response) {
    for (ConsumedCapacity consumed : List.copyOf(response.consumedCapacity())) {
      Double reads = consumed.readCapacityUnits();
      Double writes = consumed.writeCapacityUnits();
      readUnits += reads == null ? 0 : reads;
      // Some emulators give the sum alone.
      writeUnits += writes != null ? writes : reads != null ? 0 : consumed.capacityUnits();
    }
  }
}
