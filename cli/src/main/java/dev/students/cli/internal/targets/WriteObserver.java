package dev.students.cli.internal.targets;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * Observes the writes of one run of the program: whether any may have taken effect, and how much
 * was deleted.
 *
 * <p>An attempt to write may have taken effect when it was answered with success or with an error
 * of the server, or was sent and never answered. It has not when it was refused (an HTTP status
 * from 300 to 499) or could not be sent. Every attempt counts, not only the last: an answer that
 * was lost may have been a success although the SDK's next attempts were throttled.
 *
 * <p>Thread-safe.
 */
public final class WriteObserver implements ExecutionInterceptor {

  private final AtomicInteger undecided = new AtomicInteger();
  private final AtomicLong deletedItems = new AtomicLong();

  /** Whether a write may have taken effect. */
  public boolean mayHaveTakenEffect() {
    return undecided.get() > 0;
  }

  /** The number of items deleted by successful transactions. */
  public long deletedItems() {
    return deletedItems.get();
  }

  @Override
  public void afterExecution(Context.AfterExecution call, ExecutionAttributes attributes) {
    SdkRequest request = call.request();
    if (request instanceof TransactWriteItemsRequest transaction) {
      deletedItems.addAndGet(
          transaction.transactItems().stream().filter(item -> item.delete() != null).count());
    }
  }

  /** The HTTP client whose attempts are observed. */
  SdkHttpClient.Builder<?> observe(SdkHttpClient.Builder<?> http) {
    return new ObservedHttpClient.Builder(http, this);
  }

  void sending() {
    undecided.incrementAndGet();
  }

  void hadNoEffect() {
    undecided.decrementAndGet();
  }
}
