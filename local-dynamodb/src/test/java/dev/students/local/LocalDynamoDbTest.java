package dev.students.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class LocalDynamoDbTest {

  private static final CreateTableRequest TABLE =
      CreateTableRequest.builder()
          .tableName("things")
          .attributeDefinitions(
              AttributeDefinition.builder()
                  .attributeName("id")
                  .attributeType(ScalarAttributeType.S)
                  .build())
          .keySchema(KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build())
          .billingMode(BillingMode.PAY_PER_REQUEST)
          .build();
  private static final Map<String, AttributeValue> THING =
      Map.of("id", AttributeValue.fromS("one"));

  private static final long MILLISECOND = Duration.ofMillis(1).toNanos();

  @Test
  void server_listensOnLoopbackOnly() throws Exception {
    try (LocalDynamoDb local = LocalDynamoDb.inMemory()) {
      assertThat(local.endpoint().getHost()).isEqualTo("127.0.0.1");
      InetAddress own = InetAddress.getLocalHost();
      if (!own.isLoopbackAddress()) {
        assertThatThrownBy(() -> new Socket(own, local.endpoint().getPort()).close())
            .isInstanceOf(java.net.ConnectException.class);
      }
    }
  }

  @Test
  void inMemory_twoDatabases_areSeparate() {
    try (LocalDynamoDb first = LocalDynamoDb.inMemory();
        LocalDynamoDb second = LocalDynamoDb.inMemory();
        DynamoDbClient firstClient = first.clientBuilder().build();
        DynamoDbClient secondClient = second.clientBuilder().build()) {
      firstClient.createTable(TABLE);
      assertThat(firstClient.listTables().tableNames()).containsExactly("things");
      assertThat(secondClient.listTables().tableNames()).isEmpty();
    }
  }

  /** A streamed request waits at least a millisecond for the end of a kept connection. */
  @Test
  void clientBuilder_keptConnection_isUsedWithoutDelay() {
    try (LocalDynamoDb local = LocalDynamoDb.inMemory();
        DynamoDbClient client = local.clientBuilder().build()) {
      client.listTables();
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      long fastest = Long.MAX_VALUE;
      while (fastest >= MILLISECOND && System.nanoTime() < deadline) {
        fastest = Math.min(fastest, nanosOf(client::listTables));
      }

      assertThat(fastest).isLessThan(MILLISECOND);
    }
  }

  @Test
  void directReads_seeWritesOfOtherClients() {
    try (LocalDynamoDb local = LocalDynamoDb.inMemory();
        DynamoDbClient client = local.clientBuilder().build()) {
      client.createTable(TABLE);
      client.putItem(put -> put.tableName("things").item(THING));
      DynamoDbClient direct = local.directReads();

      assertThat(direct.describeTable(d -> d.tableName("things")).table().keySchema())
          .isEqualTo(TABLE.keySchema());
      assertThat(direct.getItem(get -> get.tableName("things").key(THING)).item()).isEqualTo(THING);
      assertThat(direct.scan(scan -> scan.tableName("things")).items()).containsExactly(THING);
      assertThatThrownBy(() -> direct.putItem(put -> put.tableName("things").item(THING)))
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void onFolder_closedAndReopened_keepsItems(@TempDir Path folder) {
    try (LocalDynamoDb local = LocalDynamoDb.onFolder(folder);
        DynamoDbClient client = local.clientBuilder().build()) {
      client.createTable(TABLE);
      client.putItem(put -> put.tableName("things").item(THING));
    }
    try (LocalDynamoDb local = LocalDynamoDb.onFolder(folder);
        DynamoDbClient client = local.clientBuilder().build()) {
      assertThat(client.scan(scan -> scan.tableName("things")).items()).containsExactly(THING);
    }
  }

  @Test
  void close_stopsTheServer() {
    LocalDynamoDb local = LocalDynamoDb.inMemory();
    try (DynamoDbClient client = local.clientBuilder().build()) {
      local.close();
      local.close();
      assertThatThrownBy(client::listTables).isInstanceOf(SdkClientException.class);
    }
  }

  private static long nanosOf(Runnable request) {
    long start = System.nanoTime();
    request.run();
    return System.nanoTime() - start;
  }
}
