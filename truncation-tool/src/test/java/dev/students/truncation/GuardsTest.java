package dev.students.truncation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.students.local.LocalDynamoDb;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Attempts to truncate tables that must not be truncated. */
class GuardsTest {

  private static final String PARAMETER = "/students/dev/truncation-permit";
  private static final int ITEMS = 30;

  private static final LocalDynamoDb LOCAL = TestTables.LOCAL;
  private static final TestTables TABLES = new TestTables(LOCAL);

  private static void filled(String table, Consumer<CreateTableRequest.Builder> more) {
    TABLES.create(table, more);
    TABLES.fill(table, ITEMS, 10);
  }

  private static TruncationPermit published(String arn) {
    return TruncationPermit.fromParameter(
        ParameterStore.at(LOCAL.endpoint(), Map.of(PARAMETER, arn)), "dev", PARAMETER);
  }

  private static DynamoDbClient client(FaultyHttpClient http) {
    return LOCAL.clientBuilder().httpClientBuilder(http.asBuilder()).build();
  }

  private static DynamoDbClient awsClient(FaultyHttpClient http) {
    return awsClient(http, Region.US_EAST_1);
  }

  /** A client whose endpoint is that of AWS. */
  private static DynamoDbClient awsClient(FaultyHttpClient http, Region region) {
    return DynamoDbClient.builder()
        .region(region)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(http)
        .build();
  }

  private static void assertRefused(Guard guard, ThrowingCallable attempt) {
    assertThatExceptionOfType(TruncationRefusedException.class)
        .isThrownBy(attempt)
        .matches(refusal -> refusal.guard() == guard, "by " + guard);
  }

  /** Asserts that both methods are refused after at most a DescribeTable request. */
  private static void assertRefused(
      Guard guard, String table, FaultyHttpClient http, TableTruncation truncation) {
    assertRefused(guard, truncation::dryRun);
    assertRefused(guard, truncation::run);
    assertThat(http.operations()).allMatch("DescribeTable"::equals);
    assertThat(TABLES.count(table)).isEqualTo(ITEMS);
  }

  private static FaultyHttpClient http() {
    return new FaultyHttpClient(LOCAL.endpoint());
  }

  @Test
  void permit_published_allowsTruncation() {
    filled("permitted", request -> {});

    TruncationPermit permit = published(TABLES.arn("permitted"));

    assertThat(permit)
        .hasToString(
            "permit to truncate " + TABLES.arn("permitted") + " (parameter " + PARAMETER + ")");
    assertThat(
            TableTruncation.builder(TABLES.client(), permit, "permitted").build().run().deleted())
        .isEqualTo(ITEMS);
  }

  @Test
  void permit_sameTableNameInAnotherAccount_isRefused() {
    filled("namesake", request -> {});
    FaultyHttpClient http = http();
    TruncationPermit permit =
        published(TABLES.arn("namesake").replace("000000000000", "123456789012"));

    assertRefused(
        Guard.OTHER_TABLE,
        "namesake",
        http,
        TableTruncation.builder(client(http), permit, "namesake").build());
  }

  @Test
  void permit_forAnotherTable_isRefused() {
    filled("mine", request -> {});
    filled("yours", request -> {});
    FaultyHttpClient http = http();

    assertRefused(
        Guard.NOT_CONFIRMED,
        "yours",
        http,
        TableTruncation.builder(client(http), published(TABLES.arn("mine")), "yours").build());
    assertThat(http.operations()).isEmpty();
  }

  @Test
  void permit_publishedByAnEmulator_isRefusedForATableOfAws() {
    filled("double", request -> {});
    FaultyHttpClient http = http();

    assertRefused(
        Guard.OTHER_TABLE,
        "double",
        http,
        TableTruncation.builder(awsClient(http), published(TABLES.arn("double")), "double")
            .build());
  }

  @Test
  void permit_publishedByAws_isRefusedForATableElsewhere() {
    filled("elsewhere", request -> {});
    FaultyHttpClient http = http();
    TruncationPermit permit =
        TruncationPermit.fromParameter(
            ParameterStore.ofAws(Map.of(PARAMETER, TABLES.arn("elsewhere"))), "dev", PARAMETER);

    assertRefused(
        Guard.OTHER_TABLE,
        "elsewhere",
        http,
        TableTruncation.builder(client(http), permit, "elsewhere").build());
    assertThat(
            TableTruncation.builder(awsClient(http), permit, "elsewhere").build().run().deleted())
        .isEqualTo(ITEMS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eusc-de-east-1", "cn-north-1", "us-gov-west-1", "us-iso-east-1"})
  void permit_ofAwsInAnyPartition_allowsTruncation(String region) {
    filled("table-" + region, request -> {});
    TruncationPermit permit =
        TruncationPermit.fromParameter(
            ParameterStore.ofAws(
                Region.of(region), Map.of(PARAMETER, TABLES.arn("table-" + region))),
            "dev",
            PARAMETER);

    assertThat(
            TableTruncation.builder(awsClient(http(), Region.of(region)), permit, "table-" + region)
                .build()
                .run()
                .deleted())
        .isEqualTo(ITEMS);
  }

  @Test
  void permit_ofAnEmulator_isRefusedForATableOfAws() {
    filled("emulated", request -> {});
    FaultyHttpClient http = http();

    assertRefused(
        Guard.OTHER_TABLE,
        "emulated",
        http,
        TableTruncation.builder(
                awsClient(http),
                TruncationPermit.forEmulator(LOCAL.endpoint(), "emulated"),
                "emulated")
            .build());
  }

  @Test
  void forEmulator_loopbackForwardsToAws_isRefused() {
    filled("forwarded", request -> {});
    FaultyHttpClient http =
        http()
            .on(
                "DescribeTable",
                (number, body, wire) ->
                    FaultyHttpClient.answer(
                        200,
                        FaultyHttpClient.text(wire.send(body))
                            .replace("000000000000", "123456789012")));

    assertRefused(
        Guard.NOT_AN_EMULATOR,
        "forwarded",
        http,
        TableTruncation.builder(
                client(http),
                TruncationPermit.forEmulator(LOCAL.endpoint(), "forwarded"),
                "forwarded")
            .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "permit", "PERMITS", "permits "})
  void confirmation_differentName_isRefusedBeforeAnyRequest(String repeated) {
    if (TABLES.client().listTables().tableNames().stream().noneMatch("permits"::equals)) {
      filled("permits", request -> {});
    }
    FaultyHttpClient http = http();

    assertRefused(
        Guard.NOT_CONFIRMED,
        "permits",
        http,
        TableTruncation.builder(client(http), published(TABLES.arn("permits")), repeated).build());
    assertThat(http.operations()).isEmpty();
  }

  @Test
  void table_namedProduction_isRefusedWhateverThePermit() {
    String table = "students-production-Table12AB";
    filled(table, request -> {});
    FaultyHttpClient http = http();

    assertRefused(
        Guard.PRODUCTION,
        table,
        http,
        TableTruncation.builder(client(http), published(TABLES.arn(table)), table).build());
    assertRefused(
        Guard.PRODUCTION,
        table,
        http,
        TableTruncation.builder(
                client(http), TruncationPermit.forEmulator(LOCAL.endpoint(), table), table)
            .build());
  }

  @Test
  void table_nameSimilarToProduction_isTruncated() {
    filled("products-productions", request -> {});

    assertThat(
            TableTruncation.builder(
                    TABLES.client(),
                    TruncationPermit.forEmulator(LOCAL.endpoint(), "products-productions"),
                    "products-productions")
                .build()
                .run()
                .complete())
        .isTrue();
  }

  @Test
  void table_deletionProtection_isAlwaysRefused() {
    filled("protected", request -> request.deletionProtectionEnabled(true));
    assertThat(
            TABLES
                .client()
                .describeTable(request -> request.tableName("protected"))
                .table()
                .deletionProtectionEnabled())
        .isTrue();
    FaultyHttpClient http = http();

    assertRefused(
        Guard.DELETION_PROTECTION,
        "protected",
        http,
        TableTruncation.builder(client(http), published(TABLES.arn("protected")), "protected")
            .acceptStream()
            .acceptReplicas()
            .build());
  }

  @Test
  void table_stream_isRefusedUnlessAccepted() {
    filled(
        "stream",
        request ->
            request.streamSpecification(
                stream -> stream.streamEnabled(true).streamViewType(StreamViewType.KEYS_ONLY)));
    FaultyHttpClient http = http();
    TableTruncation.Builder truncation =
        TableTruncation.builder(client(http), published(TABLES.arn("stream")), "stream");

    assertRefused(Guard.STREAM, "stream", http, truncation.acceptReplicas().build());

    assertThat(truncation.acceptStream().build().run().deleted()).isEqualTo(ITEMS);
  }

  /**
   * Adds a replica to the response to DescribeTable, because DynamoDB Local does not support
   * replicas.
   */
  @Test
  void table_replicas_isRefusedUnlessAccepted() {
    filled("replicated", request -> {});
    FaultyHttpClient http =
        http()
            .on(
                "DescribeTable",
                (number, body, wire) ->
                    FaultyHttpClient.answer(
                        200,
                        FaultyHttpClient.text(wire.send(body))
                            .replace(
                                "{\"Table\":{",
                                "{\"Table\":{\"Replicas\":[{\"RegionName\":\"eu-west-1\"}],")));
    TableTruncation.Builder truncation =
        TableTruncation.builder(client(http), published(TABLES.arn("replicated")), "replicated");

    assertRefused(Guard.REPLICAS, "replicated", http, truncation.acceptStream().build());

    assertThat(truncation.acceptReplicas().build().run().deleted()).isEqualTo(ITEMS);
  }

  @Test
  void run_nonexistentTable_throwsTheSdkException() {
    assertThat(
            catchThrowableOfType(
                ResourceNotFoundException.class,
                () ->
                    TableTruncation.builder(
                            TABLES.client(),
                            TruncationPermit.forEmulator(LOCAL.endpoint(), "absent"),
                            "absent")
                        .build()
                        .run()))
        .isNotNull();
  }
}
