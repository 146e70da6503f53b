package dev.students.operations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

class OwnWritesTest {

  private static final TransactWriteItemsRequest REQUEST =
      TransactWriteItemsRequest.builder().clientRequestToken("token").build();

  private final List<TransactWriteItemsRequest> sent = new ArrayList<>();
  private final AtomicLong time = new AtomicLong();

  @Test
  void transaction_responseLost_isSentAgainUnchangedAndCountsAsOwn() {
    OwnWrites writes = new OwnWrites(losing(1, Duration.ZERO), new RequestSender(1), time::get);

    assertThat(writes.isMadeBy(() -> writes.transactWriteItems(REQUEST))).isTrue();
    assertThat(writes.isMadeBy(() -> {})).isFalse();
    assertThat(sent).isEqualTo(List.of(REQUEST, REQUEST));
  }

  @Test
  void transaction_tokenMayExpire_isNotSentAgain() {
    OwnWrites writes =
        new OwnWrites(losing(9, Duration.ofMinutes(3)), new RequestSender(1), time::get);

    assertThatThrownBy(() -> writes.transactWriteItems(REQUEST))
        .isInstanceOf(SdkClientException.class)
        .hasMessage("lost");
    assertThat(sent).isEqualTo(List.of(REQUEST, REQUEST));
  }

  /** Loses so many responses, each after some time. */
  private DynamoDbClient losing(int responses, Duration after) {
    return new DynamoDbClient() {
      @Override
      public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        sent.add(request);
        time.addAndGet(after.toNanos());
        if (sent.size() <= responses) {
          throw SdkClientException.create("lost", new IOException());
        }
        return TransactWriteItemsResponse.builder().build();
      }

      @Override
      public String serviceName() {
        return SERVICE_NAME;
      }

      @Override
      public void close() {}
    };
  }
}
