package dev.students.acceptance.internal.steps;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.local.LocalDynamoDb;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class CallLimitTest {

  @Test
  void callsThatComeToNoEndFail() {
    try (LocalDynamoDb local = LocalDynamoDb.inMemory();
        DynamoDbClient client =
            local
                .clientBuilder()
                .overrideConfiguration(o -> o.addExecutionInterceptor(new CallLimit()))
                .build()) {
      assertThatThrownBy(
              () -> {
                while (true) {
                  client.listTables();
                }
              })
          .hasMessageContaining("comes to no end");
    }
  }
}
