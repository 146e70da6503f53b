package dev.students.reliability.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.StudentTable;
import dev.students.local.LocalDynamoDb;
import dev.students.reliability.Form;
import dev.students.reliability.memory.ComparingHttpClient;
import dev.students.reliability.memory.MemoryDynamoDb;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The database in memory is held against DynamoDB Local, request by request. */
class MemoryDynamoDbTest {

  @AutoClose private static final LocalDynamoDb LOCAL = LocalDynamoDb.inMemory();

  @Test
  void memory_requestsOfRandomCalls_answersAsDynamoDbLocalDoes() {
    long first = Form.seed();
    for (int i = 0; i < Form.of(8, 100); i++) {
      compare(first + i);
    }
  }

  private static void compare(long seed) {
    Random random = new Random(seed);
    List<Call> calls = Stream.generate(() -> Call.random(random)).limit(40).toList();
    try (SdkHttpClient http = LocalDynamoDb.httpClientBuilder().build();
        DynamoDbClient local =
            LOCAL.clientBuilder().httpClientBuilder(null).httpClient(http).build()) {
      local.createTable(StudentTable.createTableRequest("students-" + seed));
      ComparingHttpClient both =
          new ComparingHttpClient(http, new MemoryDynamoDb(random, 0, 1_000, () -> {}));
      World world =
          World.of("students-" + seed, LOCAL.clientBuilder().httpClientBuilder(null), both);
      try (SequenceRun run = new SequenceRun(world, 0)) {
        assertThat(run.run(calls)).as("-Dreliability.seed=%d", seed).isEmpty();
      }
      assertThat(both.compared()).isGreaterThan(calls.size());
      local.deleteTable(delete -> delete.tableName("students-" + seed));
    }
  }
}
