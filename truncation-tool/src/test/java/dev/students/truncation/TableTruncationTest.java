package dev.students.truncation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.local.LocalDynamoDb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Whole truncations of tables in DynamoDB Local. */
class TableTruncationTest {

  private static LocalDynamoDb local;
  private static TestTables tables;

  @BeforeAll
  static void start() {
    local = LocalDynamoDb.inMemory();
    tables = new TestTables(local);
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  private static TableTruncation.Builder truncation(String table) {
    return TableTruncation.builder(
        tables.client(), TruncationPermit.forEmulator(local.endpoint(), table), table);
  }

  @Test
  void everyItemOfSeveralPagesIsDeleted() {
    tables.create("pages");
    tables.fill("pages", 5_000, 600);

    TruncationResult result = truncation("pages").build().run();

    assertThat(tables.count("pages")).isZero();
    assertThat(result)
        .usingRecursiveComparison()
        .ignoringFields("duration", "readUnits", "requests")
        .isEqualTo(
            new TruncationResult(
                "pages", Ending.EMPTY, 5_000, 5_000, 0, 0, 5_000, 0, 0, Duration.ZERO));
    assertThat(result.complete()).isTrue();
    assertThat(result.requests()).isGreaterThan(200);
  }

  @Test
  void anEmptyTableIsCompleteAtOnce() {
    tables.create("empty");

    TruncationResult result = truncation("empty").concurrency(2).build().run();

    assertThat(result)
        .usingRecursiveComparison()
        .ignoringFields("duration", "readUnits")
        .isEqualTo(new TruncationResult("empty", Ending.EMPTY, 0, 0, 0, 0, 0, 4, 0, Duration.ZERO));
  }

  @Test
  void aLargeItemCollectionInOnePartitionIsDeleted() {
    tables.create("partition");
    tables.put(
        "partition",
        IntStream.range(0, 3_000)
            .mapToObj(
                i ->
                    Map.of(
                        "pk", AttributeValue.fromS("one"),
                        "sk", AttributeValue.fromS("award#" + i)))
            .toList());

    assertThat(truncation("partition").build().run().deleted()).isEqualTo(3_000);
    assertThat(tables.count("partition")).isZero();
  }

  /** Each type of a key attribute, under a name that is a reserved word. */
  @ParameterizedTest
  @EnumSource(
      value = ScalarAttributeType.class,
      names = {"S", "N", "B"})
  void aPartitionKeyAloneOfAnyTypeUnderAReservedWordIsDeletedBy(ScalarAttributeType type) {
    String table = "hash-" + type;
    tables.create(table, "Table", type);
    tables.put(
        table,
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    Map.of(
                        "Table", key(type, i),
                        "Values", AttributeValue.fromS("reserved too")))
            .toList());

    assertThat(truncation(table).build().run().deleted()).isEqualTo(60);
    assertThat(tables.count(table)).isZero();
  }

  private static AttributeValue key(ScalarAttributeType type, int i) {
    return switch (type) {
      case N -> AttributeValue.fromN("-" + i + ".5");
      case B -> AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {(byte) i, 0, -1}));
      default -> AttributeValue.fromS("größe " + i);
    };
  }

  @Test
  void twoAtOnceAreHarmless() throws InterruptedException {
    tables.create("two");
    tables.fill("two", 3_000, 100);
    List<TruncationResult> results = new ArrayList<>();

    var other = new Thread(() -> results.add(truncation("two").build().run()));
    other.start();
    TruncationResult mine = truncation("two").build().run();
    other.join();

    assertThat(tables.count("two")).isZero();
    assertThat(mine.complete()).isTrue();
    assertThat(results).singleElement().matches(TruncationResult::complete);
    assertThat(mine.deleted() + results.get(0).deleted()).isBetween(3_000L, 6_000L);
  }

  @Test
  void aDryRunCountsAndDeletesNothing() {
    tables.create("dry");
    tables.fill("dry", 2_000, 1_500);

    TruncationEstimate estimate = truncation("dry").build().dryRun();

    assertThat(tables.count("dry")).isEqualTo(2_000);
    assertThat(estimate.items()).isEqualTo(2_000);
    assertThat(estimate.complete()).isTrue();
    // Each item has 1,500 bytes and its names and keys, so costs 2 units to delete.
    assertThat(estimate.minimumWriteUnits()).isLessThanOrEqualTo(4_000);
    assertThat(estimate.maximumWriteUnits()).isBetween(4_000.0, 6_000.0);
    assertThat(estimate.bytes()).isBetween(2_000L * 1_500, 2_000L * 1_600);
  }

  @Test
  void progressEndsWithWhatTheResultSays() {
    tables.create("progress");
    tables.fill("progress", 1_000, 100);
    List<TruncationProgress> progress = new ArrayList<>();

    TruncationResult result =
        truncation("progress")
            .listener(progress::add)
            .progressInterval(Duration.ofMillis(1))
            .build()
            .run();

    assertThat(progress).isNotEmpty();
    TruncationProgress last = progress.get(progress.size() - 1);
    assertThat(last.deleted()).isEqualTo(result.deleted());
    assertThat(last.scanned()).isEqualTo(result.scanned());
    assertThat(last.itemsPerSecond()).isPositive();
  }

  @Test
  void concurrencyHasLimits() {
    tables.create("limits");

    assertThatThrownBy(() -> truncation("limits").concurrency(0).build())
        .isInstanceOf(InvalidTruncationException.class)
        .hasMessage("concurrency must be 1 to 256, not 0.");
    assertThatThrownBy(() -> truncation("limits").concurrency(257).build())
        .hasMessage("concurrency must be 1 to 256, not 257.");
    assertThatThrownBy(() -> truncation("limits").timeLimit(Duration.ZERO).build())
        .hasMessage("timeLimit must be more than nothing and at most a year, not PT0S.");
  }
}
