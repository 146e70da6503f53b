package dev.students.benchmarks;

import java.net.URI;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Clients of a database that is not there, and what it would say. */
final class Canned {

  static final int AWARDS = 20;

  private static final String PROFILE =
      """
      "pk":{"S":"student#ada"},"sk":{"S":"student#ada"},"entityType":{"S":"student"},\
      "firstName":{"S":"Ada"},"lastName":{"S":"Lovelace"},"email":{"S":"ada@example.org"},\
      "xp":{"N":"50"},"version":{"N":"3102938475610293"},"createdAt":{"S":"2026-01-02T03:04:05.678Z"},\
      "updatedAt":{"S":"2026-01-02T03:04:05.678Z"},\
      "fingerprint":{"S":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}\
      """;
  private static final String LIVE =
      "{"
          + PROFILE
          + ",\"gsi1_pk\":{\"S\":\"ada@example.org\"},\"gsi1_sk\":{\"S\":\"student#ada\"}}";
  private static final String DELETED =
      "{"
          + PROFILE
          + ",\"deleted\":{\"BOOL\":true},\"deletedAt\":{\"S\":\"2026-01-02T03:04:05.678Z\"}}";

  private Canned() {}

  /**
   * A client whose answers fit that operation.
   *
   * @param watcher is shown each request with its operation
   */
  static DynamoDbClient client(
      Operation operation, BiConsumer<String, HttpExecuteRequest> watcher) {
    return client(new CannedHttpClient(items(operation), found(operation), watcher));
  }

  /** A client whose requests are answered by that. */
  static DynamoDbClient client(SdkHttpClient answers) {
    return DynamoDbClient.builder()
        .endpointOverride(URI.create("http://127.0.0.1:1"))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("canned", "canned")))
        .httpClient(answers)
        .build();
  }

  private static List<String> items(Operation operation) {
    String live = "{\"Item\":" + LIVE + "}";
    return operation == Operation.SOFT_DELETE_AND_RESTORE
        ? List.of(live, "{\"Item\":" + DELETED + "}")
        : List.of(live);
  }

  private static String found(Operation operation) {
    return switch (operation) {
      case FIND_BY_EMAIL -> page(LIVE, 1);
      case AWARDS ->
          page(
              Stream.concat(IntStream.range(0, AWARDS).mapToObj(Canned::award), Stream.of(LIVE))
                  .collect(Collectors.joining(",")),
              AWARDS + 1);
      default -> page("", 0);
    };
  }

  private static String award(int number) {
    return """
    {"pk":{"S":"student#ada"},"sk":{"S":"award#quiz-%d"},"entityType":{"S":"xpAward"},\
    "amount":{"N":"5"},"awardedAt":{"S":"2026-01-02T03:04:05.678Z"}}\
    """
        .formatted(number);
  }

  private static String page(String items, int count) {
    return "{\"Count\":%d,\"ScannedCount\":%d,\"Items\":[%s]}".formatted(count, count, items);
  }
}
