package dev.students.truncation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.local.LocalDynamoDb;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The example of truncation-tool/README.md; the linter compares the page with this file. */
class ReadmeExampleTest {

  @Test
  void example_tableOfThreeItems_countsThemAndTruncates() {
    try (LocalDynamoDb local = LocalDynamoDb.inMemory()) {
      TestTables tables = new TestTables(local);
      tables.create("orders");
      tables.fill("orders", 3, 300);
      DynamoDbClient dynamoDb = tables.client();
      assertThat(estimate(dynamoDb, local.endpoint()).items()).isEqualTo(3);
      TruncationResult result = truncate(dynamoDb, local.endpoint());
      assertThat(result.deleted()).isEqualTo(3);
      assertThat(result.ending()).isEqualTo(Ending.EMPTY);
    }
  }

  private static TruncationEstimate estimate(DynamoDbClient dynamoDb, URI endpoint) {
    // Before anything is deleted: how many items, which units, what they cost.
    TruncationPermit permit = TruncationPermit.forEmulator(endpoint, "orders");
    TruncationEstimate estimate =
        TableTruncation.builder(dynamoDb, permit, "orders").build().dryRun();
    return estimate;
  }

  private static TruncationResult truncate(DynamoDbClient dynamoDb, URI endpoint) {
    TruncationPermit permit = TruncationPermit.forEmulator(endpoint, "orders");
    TruncationResult result =
        TableTruncation.builder(dynamoDb, permit, "orders") // the name again, as a confirmation
            .concurrency(4)
            .timeLimit(Duration.ofMinutes(10))
            .listener(progress -> System.out.println(progress.deleted() + " deleted"))
            .build()
            .run();
    if (!result.complete()) {
      System.out.println(result.ending() + ", " + result.unconfirmed() + " unconfirmed");
    }
    return result;
  }
}
