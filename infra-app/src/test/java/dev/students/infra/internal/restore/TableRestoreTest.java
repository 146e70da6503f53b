package dev.students.infra.internal.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.students.infra.internal.restore.ScriptedEndpoint.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class TableRestoreTest {

  private static final String TABLE = "students-production-StudentsTable-1";
  private static final Instant POINT = Instant.parse("2026-11-23T22:00:00Z");
  private static final String RESTORED = TABLE + "-restored-20261123-220000";
  private static final String POLICY = "{\"Statement\":[],\"Version\":\"2012-10-17\"}";

  private static final TableSettings TEMPLATE =
      new TableSettings(
          "pk HASH, sk RANGE",
          Map.of("gsi1", "gsi1_pk HASH, gsi1_sk RANGE, ALL"),
          "PAY_PER_REQUEST",
          true,
          true,
          Optional.empty(),
          Map.of("team", "campus"),
          Map.of("table", "THROTTLED_KEYS", "gsi1", "THROTTLED_KEYS"),
          Map.of("table read", 1000L),
          Optional.of(POLICY));

  private ScriptedTables aws = new ScriptedTables();
  private ScriptedEndpoint endpoint = new ScriptedEndpoint(aws);
  private DynamoDbClient dynamoDb = client(endpoint);
  private Duration interval = Duration.ofMinutes(1);
  private final List<String> lines = new ArrayList<>();

  @BeforeEach
  void productionWithDamagedItems() {
    productionIn(aws);
  }

  @AfterEach
  void close() {
    dynamoDb.close();
    endpoint.close();
  }

  @Test
  void restoreBeside_slowRestore_waitsAndChangesNothingElse() {
    aws.restoreTakes = Duration.ofHours(7);

    restore().restoreBeside();

    assertThat(aws.tables).containsOnlyKeys(TABLE, RESTORED);
    assertThat(aws.existing(RESTORED).items).isEqualTo("damaged as of " + POINT);
    assertThat(endpoint.requests())
        .containsOnlyOnce("RestoreTableToPointInTime")
        .doesNotContain("DeleteTable", "UpdateTable", "CreateBackup");
    assertThat(lines).contains("  Table " + RESTORED + ": CREATING, after 419 min 0 s");
  }

  @Test
  void replace_restoresOfTwentyMinutes_endsWithTheTemplatesTable() {
    Instant start = aws.now();

    restore().replace(TEMPLATE);

    assertIsRestored(aws);
    assertThat(Duration.between(start, aws.now())).isGreaterThan(Duration.ofMinutes(40));
    assertThat(aws.deletions)
        .containsExactly("damaged with [damaged as of %s, damaged]".formatted(POINT));
  }

  @Test
  void replace_repeated_changesNothing() {
    restore().replace(TEMPLATE);
    int sent = endpoint.requests().size();

    restore().replace(TEMPLATE);

    assertIsRestored(aws);
    assertThat(endpoint.requests().subList(sent, endpoint.requests().size()))
        .containsOnly(
            "DescribeTable",
            "ListBackups",
            "DescribeContinuousBackups",
            "ListTagsOfResource",
            "DescribeContributorInsights",
            "GetResourcePolicy");
  }

  /**
   * The client is killed at every request that changes something, once before the request and once
   * after its effect, so in every state that it can leave behind. Then the same command runs again.
   */
  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"REFUSED", "ANSWER_LOST"})
  void replace_killedAtAnyRequestAndRunAgain_endsWithTheTemplatesTable(Fault fault) {
    interval = Duration.ofMinutes(10);
    restore().replace(TEMPLATE);
    List<String> requests = endpoint.requests();
    List<Integer> changes =
        IntStream.rangeClosed(1, requests.size())
            .filter(number -> !requests.get(number - 1).matches("(Describe|List|Get).*"))
            .boxed()
            .toList();
    assertThat(changes).hasSizeGreaterThan(12);
    for (int killed : changes) {
      renew();
      endpoint.faults(
          (number, operation) ->
              number < killed ? Fault.NONE : number == killed ? fault : Fault.REFUSED);
      assertThatExceptionOfType(RuntimeException.class)
          .as("killed at request %d", killed)
          .isThrownBy(() -> restore().replace(TEMPLATE));
      assertThat(aws.deletions)
          .isSubsetOf("damaged with [damaged as of %s, damaged]".formatted(POINT));
      endpoint.faults((number, operation) -> Fault.NONE);

      restore().replace(TEMPLATE);

      assertIsRestored(aws);
      assertThat(aws.deletions).as("killed at request %d", killed).hasSize(1);
    }
  }

  @Test
  void replace_firstRestoreFails_deletesNothingAndSucceedsWhenRunAgain() {
    aws.restoresToFail = 1;

    assertThatExceptionOfType(RestoreFailedException.class)
        .isThrownBy(() -> restore().replace(TEMPLATE))
        .withMessageContaining(RESTORED + " has disappeared");
    assertThat(aws.tables).containsOnlyKeys(TABLE);
    assertThat(aws.deletions).isEmpty();

    restore().replace(TEMPLATE);
    assertIsRestored(aws);
  }

  @Test
  void replace_restoreOfTheBackupFails_succeedsWhenRunAgain() {
    restore().restoreBeside();
    aws.restoresToFail = 1;

    assertThatExceptionOfType(RestoreFailedException.class)
        .isThrownBy(() -> restore().replace(TEMPLATE))
        .withMessageContaining(TABLE + " has disappeared");
    assertThat(aws.tables).containsOnlyKeys(RESTORED);

    restore().replace(TEMPLATE);
    assertIsRestored(aws);
  }

  @ParameterizedTest(name = "with the answer to {0}")
  @ValueSource(strings = {"DescribeBackup", "CreateBackup"})
  void replace_backupFailsOrIsDeletedBySomebody_deletesNothing(String moment) {
    restore().restoreBeside();
    endpoint.faults(
        (number, operation) -> {
          if (operation.equals(moment)) {
            aws.backups.forEach(backup -> backup.deleted = true);
          }
          return Fault.NONE;
        });

    assertThatExceptionOfType(RestoreFailedException.class)
        .isThrownBy(() -> restore().replace(TEMPLATE))
        .withMessageContaining("is DELETED, not AVAILABLE. No table was deleted.");
    assertThat(aws.deletions).isEmpty();
    assertThat(aws.existing(TABLE).protection).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"90, 0", "0, 90"})
  void replace_tableActiveBeforeItIsWhole_waitsForItemsAndIndex(int copyTakes, int indexTakes) {
    aws.copyTakes = Duration.ofMinutes(copyTakes);
    aws.indexTakes = Duration.ofMinutes(indexTakes);

    restore().replace(TEMPLATE);

    assertIsRestored(aws);
    assertThat(aws.deletions)
        .containsExactly("damaged with [damaged as of %s, damaged]".formatted(POINT));
  }

  @Test
  void replace_restoredTableGoneAfterTheDeletion_restoresFromItsBackup() {
    endpoint.faults(
        (number, operation) ->
            operation.equals("RestoreTableFromBackup") ? Fault.REFUSED : Fault.NONE);
    assertThatExceptionOfType(SdkException.class).isThrownBy(() -> restore().replace(TEMPLATE));
    assertThat(aws.tables).containsOnlyKeys(RESTORED);
    aws.tables.clear();
    endpoint.faults((number, operation) -> Fault.NONE);

    restore().replace(TEMPLATE);

    assertThat(aws.tables).containsOnlyKeys(TABLE);
    assertThat(aws.existing(TABLE).items).isEqualTo("damaged as of " + POINT);
  }

  @Test
  void replace_lastBackupOfAnEarlierDay_takesANewOneBeforeTheDeletion() {
    restore().restoreBeside();
    endpoint.faults(
        (number, operation) -> operation.equals("DeleteTable") ? Fault.REFUSED : Fault.NONE);
    assertThatExceptionOfType(SdkException.class).isThrownBy(() -> restore().replace(TEMPLATE));
    endpoint.faults((number, operation) -> Fault.NONE);
    aws.advance(Duration.ofDays(1));
    aws.existing(TABLE).items = "written since";

    restore().replace(TEMPLATE);

    assertIsRestored(aws);
    assertThat(aws.deletions)
        .containsExactly(
            "written since with [damaged as of %s, damaged, written since]".formatted(POINT));
  }

  @Test
  void replace_tableCreatedAfterThePoint_isRefused() {
    restore().restoreBeside();
    aws.tables.remove(TABLE);
    aws.add(TABLE, "of somebody else", POINT.plusSeconds(60));

    assertThatExceptionOfType(RestoreFailedException.class)
        .isThrownBy(() -> restore().replace(TEMPLATE))
        .withMessageContaining("was created at 2026-11-23T22:01:00Z, after the time");
    assertThat(aws.deletions).isEmpty();
  }

  @Test
  void restoreBeside_anotherTableHasTheName_isRefused() {
    aws.add(RESTORED, "of somebody else", POINT);

    assertThatExceptionOfType(RestoreFailedException.class)
        .isThrownBy(() -> restore().restoreBeside())
        .withMessageContaining("exists, but it is not " + TABLE + " as of " + POINT);
  }

  @Test
  void restoreBeside_pointOutsideTheWindow_namesTheWindow() {
    var restore =
        new TableRestore(dynamoDb, TABLE, aws.now(), endpoint, Duration.ofMinutes(5), lines::add);

    assertThatExceptionOfType(RestoreFailedException.class)
        .isThrownBy(restore::restoreBeside)
        .withMessageContaining("from 2026-01-01T00:00:00Z to 2026-11-24T07:55:00Z");
    assertThat(aws.tables).containsOnlyKeys(TABLE);
  }

  @Test
  void repair_keysDiffer_namesTheDifference() {
    var waiting = new Waiting(endpoint, Duration.ofMinutes(5), lines::add);
    var repair = new SettingsRepair(dynamoDb, new Tables(dynamoDb, waiting), waiting, lines::add);
    var other =
        new TableSettings(
            "id HASH",
            TEMPLATE.indexes(),
            TEMPLATE.billing(),
            true,
            true,
            TEMPLATE.encryptionKey(),
            TEMPLATE.tags(),
            TEMPLATE.insights(),
            TEMPLATE.maxUnits(),
            TEMPLATE.resourcePolicy());

    assertThatExceptionOfType(RestoreFailedException.class)
        .isThrownBy(() -> repair.repair(TABLE, other))
        .withMessage(
            "Table %s is not as its template says:%n  keys: is pk HASH, sk RANGE, should be id"
                + " HASH",
            TABLE);
  }

  private TableRestore restore() {
    return new TableRestore(dynamoDb, TABLE, POINT, endpoint, interval, lines::add);
  }

  private void renew() {
    close();
    aws = new ScriptedTables();
    productionIn(aws);
    endpoint = new ScriptedEndpoint(aws);
    dynamoDb = client(endpoint);
  }

  private static void productionIn(ScriptedTables aws) {
    ScriptedTables.Table table = aws.add(TABLE, "damaged", Instant.parse("2026-01-01T00:00:00Z"));
    table.protection = true;
    table.recovery = true;
    table.policy = POLICY;
    table.tags.putAll(TEMPLATE.tags());
    table.insights.putAll(TEMPLATE.insights());
    table.maxRead = 1000;
  }

  private static void assertIsRestored(ScriptedTables aws) {
    assertThat(aws.tables).containsOnlyKeys(TABLE, RESTORED);
    ScriptedTables.Table table = aws.existing(TABLE);
    assertThat(
            List.of(
                table.items,
                table.protection,
                table.recovery,
                table.policy,
                table.tags,
                table.insights,
                table.maxRead,
                table.maxWrite))
        .isEqualTo(
            List.of(
                "damaged as of " + POINT,
                true,
                true,
                POLICY,
                TEMPLATE.tags(),
                TEMPLATE.insights(),
                1000L,
                -1L));
  }

  /** Without retries: the SDK's would only delay what a script decides. */
  private static DynamoDbClient client(ScriptedEndpoint endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint.uri())
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(it -> it.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }
}
