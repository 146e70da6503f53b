package dev.students.benchmarks;

import dev.students.data.StudentStore;
import dev.students.data.StudentTable;
import java.net.URI;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * On DynamoDB Local in another process: what a caller waits for. Apache's HTTP client, since the
 * JDK's own waits a millisecond for the end of a connection before each use but the first, which
 * would hide the rest.
 */
public class LocalBenchmark extends StudentBenchmark {

  /** The system property that says where DynamoDB Local answers. */
  static final String ENDPOINT = "benchmarks.endpoint";

  private final String table = "students-" + UUID.randomUUID();

  @Override
  DynamoDbClient connect(Operation wanted) {
    DynamoDbClient client = client();
    client.createTable(StudentTable.createTableRequest(table));
    Students students = new ByStore(StudentStore.create(client, table));
    students.create(Operation.ADA, Operation.ADAS_EMAIL);
    for (int i = 0; i < Canned.AWARDS; i++) {
      students.awardXp(Operation.ADA, "before-" + i, 5);
    }
    return client;
  }

  static DynamoDbClient client() {
    return DynamoDbClient.builder()
        .endpointOverride(URI.create(System.getProperty(ENDPOINT)))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(Apache5HttpClient.create())
        .build();
  }

  @Override
  String table() {
    return table;
  }
}
