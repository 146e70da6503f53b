package dev.students.truncation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.local.LocalDynamoDb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Truncations of tables on DynamoDB Local, from start to end. */
class TableTruncationTest {

  private static final LocalDynamoDb LOCAL = TestTables.LOCAL;
  private static final TestTables TABLES = new TestTables(LOCAL);

  private static TableTruncation.Builder truncation(String table) {
    return TableTruncation.builder(
        TABLES.client(), TruncationPermit.forEmulator(LOCAL.endpoint(), table), table);
  }

  @Test
  void run_deletesAndCountsEveryItemOnce() {
    TABLES.create("items");
    TABLES.fill("items", 1_500, 600);

    TruncationResult result = truncation("items").build().run();

    assertThat(TABLES.count("items")).isZero();
    assertThat(result)
        .usingRecursiveComparison()
        .ignoringFields("duration", "requests")
        .isEqualTo(
            new TruncationResult(
                "items", Ending.EMPTY, 1_500, 1_500, 0, Optional.empty(), 0, 0, Duration.ZERO));
    assertThat(result.complete()).isTrue();
    assertThat(result.requests()).isGreaterThan(60);
  }

  @Test
  void run_permitOfParameter_includesUnitsInTheResult() {
    TABLES.create("units");
    TABLES.fill("units", 100, 1_500);

    TruncationResult result =
        TableTruncation.builder(
                TABLES.client(), TABLES.permitOfParameter(LOCAL.endpoint(), "units"), "units")
            .concurrency(1)
            .build()
            .run();

    // 152 kB, read with eventual consistency at half a unit for 4 KB, and an empty last page.
    assertThat(result.units()).contains(new ConsumedUnits(19, 200));
  }

  @Test
  void run_segmentOfSeveralPages_readsAllPages() {
    TABLES.create("pages");
    TABLES.fill("pages", 30, 350_000);

    TruncationResult result = truncation("pages").concurrency(1).build().run();

    assertThat(result.complete()).isTrue();
    assertThat(result.deleted()).isEqualTo(30);
    // Ten pages of 1 MB with three items each, then an empty page of the consistent scan; two
    // batches.
    assertThat(result.requests()).isEqualTo(10 + 1 + 2);
  }

  @Test
  void run_emptyTable_isComplete() {
    TABLES.create("empty");

    TruncationResult result = truncation("empty").concurrency(2).build().run();

    assertThat(result)
        .usingRecursiveComparison()
        .ignoringFields("duration")
        .isEqualTo(
            new TruncationResult(
                "empty", Ending.EMPTY, 0, 0, 0, Optional.empty(), 4, 0, Duration.ZERO));
  }

  @Test
  void run_largeItemCollection_deletesAll() {
    TABLES.create("partition");
    TABLES.put(
        "partition",
        IntStream.range(0, 1_500)
            .mapToObj(
                i ->
                    Map.of(
                        "pk", AttributeValue.fromS("one"),
                        "sk", AttributeValue.fromS("award#" + i)))
            .toList());

    assertThat(truncation("partition").build().run().deleted()).isEqualTo(1_500);
    assertThat(TABLES.count("partition")).isZero();
  }

  /** Key attributes of each type, whose name is a reserved word. */
  @ParameterizedTest
  @EnumSource(
      value = ScalarAttributeType.class,
      names = {"S", "N", "B"})
  void run_keyOfAnyTypeNamedByAReservedWord_deletesAll(ScalarAttributeType type) {
    String table = "hash-" + type;
    TABLES.create(table, "Table", type);
    TABLES.put(
        table,
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    Map.of(
                        "Table", key(type, i),
                        "Values", AttributeValue.fromS("reserved too")))
            .toList());

    assertThat(truncation(table).build().run().deleted()).isEqualTo(60);
    assertThat(TABLES.count(table)).isZero();
  }

  private static AttributeValue key(ScalarAttributeType type, int i) {
    return switch (type) {
      case N -> AttributeValue.fromN("-" + i + ".5");
      case B -> AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {(byte) i, 0, -1}));
      default -> AttributeValue.fromS("größe " + i);
    };
  }

  @Test
  void run_twoConcurrently_deleteAll() throws InterruptedException {
    TABLES.create("two");
    TABLES.fill("two", 1_500, 100);
    List<TruncationResult> results = new ArrayList<>();

    var other = new Thread(() -> results.add(truncation("two").build().run()));
    other.start();
    TruncationResult mine = truncation("two").build().run();
    other.join();

    assertThat(TABLES.count("two")).isZero();
    assertThat(mine.complete()).isTrue();
    assertThat(results).singleElement().matches(TruncationResult::complete);
    assertThat(mine.deleted() + results.get(0).deleted()).isBetween(1_500L, 3_000L);
  }

  @Test
  void dryRun_countsAndDeletesNothing() {
    TABLES.create("dry");
    TABLES.fill("dry", 500, 1_500);

    TruncationEstimate estimate = truncation("dry").build().dryRun();

    assertThat(TABLES.count("dry")).isEqualTo(500);
    assertThat(estimate.items()).isEqualTo(500);
    assertThat(estimate.complete()).isTrue();
    // Each item has 1,500 bytes plus attribute names and keys, so that its deletion costs 2 units.
    assertThat(estimate.minimumWriteUnits()).isLessThanOrEqualTo(1_000);
    assertThat(estimate.maximumWriteUnits()).isBetween(1_000.0, 1_500.0);
    assertThat(estimate.bytes()).isBetween(500L * 1_500, 500L * 1_800);
  }

  @Test
  void progress_lastReport_equalsTheResult() {
    TABLES.create("progress");
    TABLES.fill("progress", 500, 100);
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
  void concurrency_outsideLimits_isRefused() {
    TABLES.create("limits");

    assertThatThrownBy(() -> truncation("limits").concurrency(0).build())
        .isInstanceOf(InvalidTruncationException.class)
        .hasMessage("concurrency must be 1 to 256, not 0.");
    assertThatThrownBy(() -> truncation("limits").concurrency(257).build())
        .hasMessage("concurrency must be 1 to 256, not 257.");
    assertThatThrownBy(() -> truncation("limits").timeLimit(Duration.ZERO).build())
        .hasMessage("timeLimit must be positive and at most one year, not PT0S.");
  }
}
