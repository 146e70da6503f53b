package dev.students.operations.internal;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * The client for a store whose caller must know whether it made a change itself, or found it made
 * by somebody else. A transaction whose response was lost is sent again unchanged: because of its
 * token, DynamoDB answers that it was applied, even if the first attempt applied it. A request that
 * the store built anew would be told that the change had been made before.
 *
 * <p>DynamoDB recognizes a token for ten minutes. A transaction is not sent again after half of
 * that time, so that no answer is ever about somebody else's change. Not thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-apis-txwriteitems">TransactWriteItems,
 *     idempotency</a>
 */
final class OwnWrites implements DynamoDbClient {

  private static final Duration RESENT_WITHIN = Duration.ofMinutes(5);

  private final DynamoDbClient client;
  private final RequestSender sender;
  private final LongSupplier nanoTime;
  private boolean applied;

  OwnWrites(DynamoDbClient client, RequestSender sender) {
    this(client, sender, System::nanoTime);
  }

  /** Creates a client with another clock. */
  OwnWrites(DynamoDbClient client, RequestSender sender, LongSupplier nanoTime) {
    this.client = client;
    this.sender = sender;
    this.nanoTime = nanoTime;
  }

  /** Whether a call of the store changed something: a transaction of its own was applied. */
  boolean isMadeBy(Runnable call) {
    applied = false;
    call.run();
    return applied;
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    Attempts attempts = new Attempts(request);
    TransactWriteItemsResponse response = sender.send(attempts::send, attempts::requireValidToken);
    applied = true;
    return response;
  }

  /** The attempts to send one transaction. */
  private final class Attempts {

    private final TransactWriteItemsRequest request;
    private final long began = nanoTime.getAsLong();
    private @Nullable SdkException last;

    Attempts(TransactWriteItemsRequest request) {
      this.request = request;
    }

    TransactWriteItemsResponse send() {
      try {
        return client.transactWriteItems(request);
      } catch (SdkException e) {
        last = e;
        throw e;
      }
    }

    void requireValidToken() {
      if (last != null && nanoTime.getAsLong() - began > RESENT_WITHIN.toNanos()) {
        throw last;
      }
    }
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return sender.send(() -> client.getItem(request));
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return sender.send(() -> client.query(request));
  }

  @Override
  public String serviceName() {
    return client.serviceName();
  }

  /** Does nothing: the client stays its owner's. */
  @Override
  public void close() {}
}
