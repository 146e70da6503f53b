package dev.students.benchmarks;

import dev.students.truncation.TableTruncation;
import dev.students.truncation.TruncationPermit;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Emptying a table: the tool, beside the tutorial's script, which keeps 50 deletions in flight, in
 * Java and on Node.js, and beside nothing but the batches of known keys, which no tool can be
 * quicker than.
 */
final class TruncationPart implements Part {

  private static final String WAY = "way";
  private static final String RATE = "itemsPerSecond";
  private static final String LEFT = "itemsLeft";
  private static final String TUTORIAL = "50 deletions in flight, as the tutorial";
  private static final String NODE =
      "50 deletions in flight, by the tutorial's own program on Node.js";
  private static final String BARE = "batches of known keys, 8 in flight";
  private static final int IN_FLIGHT = 50;
  private static final int BATCH = 25;
  private static final int MOST_ROUNDS = 5;
  private static final int MOST_STUDENTS = 4_000;

  @Override
  public String name() {
    return "truncation";
  }

  @Override
  public Measurements measure(Setting setting) throws InterruptedException {
    long end = System.nanoTime() + setting.time().toNanos();
    int students = (int) Math.min(MOST_STUDENTS, setting.time().toSeconds() * 70);
    List<Measured> all = new ArrayList<>();
    Optional<NodeTutorial> node = NodeTutorial.start(setting);
    try (DynamoDbClient client = LocalTable.client(setting.endpoint())) {
      Map<String, ToIntFunction<LocalTable>> ways = ways(setting.endpoint());
      node.ifPresent(
          tutorial ->
              ways.put(
                  NODE,
                  table -> {
                    tutorial.truncate(table.name());
                    return 2 * students;
                  }));
      for (int round = -1; round < MOST_ROUNDS && (round < 2 || System.nanoTime() < end); round++) {
        for (Map.Entry<String, ToIntFunction<LocalTable>> way : ways.entrySet()) {
          Map<String, Double> figures = time(client, students, way.getValue());
          if (round >= 0) {
            Map<String, String> what =
                Map.of(WAY, way.getKey(), Measured.ROUND, Integer.toString(round));
            all.add(new Measured(what, figures));
          }
        }
      }
    } finally {
      node.ifPresent(NodeTutorial::close);
    }
    return new Measurements(all);
  }

  private static Map<String, Double> time(
      DynamoDbClient client, int students, ToIntFunction<LocalTable> way) {
    try (LocalTable table = LocalTable.create(client)) {
      Fill.students(table, students);
      long start = System.nanoTime();
      int deleted = way.applyAsInt(table);
      double seconds = (System.nanoTime() - start) / 1e9;
      return Map.of(RATE, deleted / seconds, LEFT, (double) keys(table).size());
    }
  }

  private static Map<String, ToIntFunction<LocalTable>> ways(URI endpoint) {
    Map<String, ToIntFunction<LocalTable>> ways = new LinkedHashMap<>();
    ways.put(tool(8), table -> truncate(endpoint, table, 8));
    ways.put(tool(IN_FLIGHT), table -> truncate(endpoint, table, IN_FLIGHT));
    ways.put(TUTORIAL, TruncationPart::asTheTutorial);
    ways.put(BARE, TruncationPart::inBatches);
    return ways;
  }

  private static String tool(int inFlight) {
    return "the tool, %d requests in flight".formatted(inFlight);
  }

  static int truncate(URI endpoint, LocalTable table, int inFlight) {
    TruncationPermit permit = TruncationPermit.forEmulator(endpoint, table.name());
    return (int)
        TableTruncation.builder(table.client(), permit, table.name())
            .concurrency(inFlight)
            .build()
            .run()
            .deleted();
  }

  private static int asTheTutorial(LocalTable table) {
    List<Callable<Object>> deletions = new ArrayList<>();
    for (Map<String, AttributeValue> key : keys(table)) {
      deletions.add(
          () -> table.client().deleteItem(delete -> delete.tableName(table.name()).key(key)));
    }
    run(IN_FLIGHT, deletions);
    return deletions.size();
  }

  private static int inBatches(LocalTable table) {
    List<Map<String, AttributeValue>> keys = keys(table);
    List<Callable<Object>> batches = new ArrayList<>();
    for (int start = 0; start < keys.size(); start += BATCH) {
      List<WriteRequest> batch =
          keys.subList(start, Math.min(keys.size(), start + BATCH)).stream()
              .map(key -> DeleteRequest.builder().key(key).build())
              .map(delete -> WriteRequest.builder().deleteRequest(delete).build())
              .toList();
      batches.add(
          () ->
              table
                  .client()
                  .batchWriteItem(write -> write.requestItems(Map.of(table.name(), batch))));
    }
    run(8, batches);
    return keys.size();
  }

  private static void run(int inFlight, List<Callable<Object>> requests) {
    ExecutorService threads = Executors.newFixedThreadPool(inFlight);
    try {
      for (Future<Object> each : threads.invokeAll(requests)) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdown();
    }
  }

  private static List<Map<String, AttributeValue>> keys(LocalTable table) {
    return table
        .client()
        .scanPaginator(scan -> scan.tableName(table.name()).projectionExpression("pk, sk"))
        .items()
        .stream()
        .toList();
  }

  @Override
  public String section(Measurements measured) {
    Table table =
        new Table(
            "",
            "items in a time, of the tutorial's",
            "of its own program's on Node.js",
            "of batches of known keys",
            "items left");
    for (String way : measured.values(WAY)) {
      Measurements row = measured.where(WAY, way);
      table.row(
          way,
          row.ratioText(RATE, measured.where(WAY, TUTORIAL)),
          row.ratioText(RATE, measured.where(WAY, NODE)),
          row.ratioText(RATE, measured.where(WAY, BARE)),
          Long.toString(Math.round(row.median(LEFT))));
    }
    return table
        + """

        ![Items deleted in a time](performance/truncation.svg)
        """;
  }

  @Override
  public Map<String, String> charts(Measurements measured) {
    Map<String, Double> bars = new LinkedHashMap<>();
    for (String way : measured.values(WAY)) {
      measured
          .where(WAY, way)
          .ratio(RATE, measured.where(WAY, TUTORIAL))
          .ifPresent(ratio -> bars.put(way, ratio.median()));
    }
    return Map.of(
        "truncation", new BarChart("Items deleted in a time, of the tutorial's", bars).svg());
  }
}
