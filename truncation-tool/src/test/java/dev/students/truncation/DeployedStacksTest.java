package dev.students.truncation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;

/**
 * Tests the deployed function and permits on a LocalStack after {@code cdk deploy students-dev
 * students-production}. {@code infra-app/try-on-localstack.sh} does both.
 */
@EnabledIfEnvironmentVariable(
    named = "LOCALSTACK_ENDPOINT",
    matches = "http://.+",
    disabledReason = "needs a LocalStack with students-dev and students-production deployed")
class DeployedStacksTest {

  private static final int STUDENTS = 1_000;

  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

  private static URI endpoint;
  private static SsmClient ssm;
  private static DynamoDbClient dynamoDb;
  private static TestTables tables;

  @BeforeAll
  static void connect() {
    endpoint = URI.create(System.getenv().getOrDefault("LOCALSTACK_ENDPOINT", ""));
    ssm =
        SsmClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(CREDENTIALS)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    dynamoDb =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(CREDENTIALS)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    tables = new TestTables(dynamoDb);
  }

  private static List<String> published(String environment) {
    return ssm
        .getParametersByPathPaginator(
            request -> request.path("/students/" + environment).recursive(true))
        .stream()
        .flatMap(page -> page.parameters().stream())
        .map(Parameter::name)
        .toList();
  }

  private static String parameter(String name) {
    return ssm.getParameter(request -> request.name(name)).parameter().value();
  }

  private static void fillWithStudents(String table, int students) {
    tables.put(
        table,
        IntStream.range(0, students)
            .mapToObj(
                i ->
                    Map.of(
                        "pk", AttributeValue.fromS("student#" + i),
                        "sk", AttributeValue.fromS("student#" + i),
                        "gsi1_pk", AttributeValue.fromS("student" + i + "@example.org"),
                        "gsi1_sk", AttributeValue.fromS("student#" + i)))
            .toList());
  }

  private static String invoke(String function, String json)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        endpoint.resolve("/2015-03-31/functions/" + function + "/invocations"))
                    // LocalStack determines the service from the scope of the signature, which it
                    // does not verify.
                    .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/lambda/aws4_request,"
                            + " SignedHeaders=host, Signature=0")
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  private static long count(String field, String answer) {
    Matcher number = Pattern.compile("\"" + field + "\":(\\d+)").matcher(answer);
    assertThat(number.find()).as("%s in %s", field, answer).isTrue();
    return Long.parseLong(number.group(1));
  }

  private static void assertRefused(Guard guard, ThrowingCallable attempt) {
    assertThat(catchThrowableOfType(TruncationRefusedException.class, attempt).guard())
        .isEqualTo(guard);
  }

  @Test
  void devFunction_truncatesItsTable() throws IOException, InterruptedException {
    String table = parameter("/students/dev/table-name");
    String function = parameter("/students/dev/truncation-function");
    fillWithStudents(table, STUDENTS);

    assertThat(invoke(function, "{\"table\": \"" + table + "\", \"dryRun\": true}"))
        .contains("\"items\":" + STUDENTS);
    long deleted = 0;
    long unconfirmed = 0;
    String answer;
    int slices = 0;
    do {
      answer = invoke(function, "{\"table\": \"" + table + "\"}");
      deleted += count("deleted", answer);
      unconfirmed += count("unconfirmed", answer);
    } while (!answer.contains("\"complete\":true") && ++slices < 10);

    assertThat(answer).contains("\"complete\":true", "\"ending\":\"EMPTY\"");
    assertThat(deleted).isBetween(STUDENTS - unconfirmed, (long) STUDENTS);
    assertThat(tables.count(table)).isZero();
  }

  @Test
  void devPermit_allowsTruncationOfItsTable() {
    String table = parameter("/students/dev/table-name");
    TruncationPermit permit =
        TruncationPermit.fromParameter(ssm, "dev", "/students/dev/truncation-permit");

    assertThat(TableTruncation.builder(dynamoDb, permit, table).build().run().complete()).isTrue();
  }

  @Test
  void production_hasNoPermitAndIsAlwaysRefused() {
    String table = parameter("/students/production/table-name");
    dynamoDb.putItem(
        put ->
            put.tableName(table)
                .item(
                    Map.of(
                        "pk", AttributeValue.fromS("student#kept"),
                        "sk", AttributeValue.fromS("student#kept"))));

    assertThat(published("production"))
        .contains("/students/production/table-name")
        .doesNotContain(
            "/students/production/truncation-permit", "/students/production/truncation-function");
    assertRefused(
        Guard.PRODUCTION,
        () ->
            TruncationPermit.fromParameter(
                ssm, "production", "/students/production/truncation-permit"));
    assertRefused(
        Guard.PRODUCTION,
        () -> TruncationPermit.fromParameter(ssm, "dev", "/students/production/table-arn"));
    TruncationPermit ofDev =
        TruncationPermit.fromParameter(ssm, "dev", "/students/dev/truncation-permit");
    assertRefused(
        Guard.NOT_CONFIRMED, () -> TableTruncation.builder(dynamoDb, ofDev, table).build().run());
    assertRefused(
        Guard.PRODUCTION,
        () ->
            TableTruncation.builder(dynamoDb, TruncationPermit.forEmulator(endpoint, table), table)
                .build()
                .run());
    assertThat(tables.count(table)).isPositive();
  }
}
