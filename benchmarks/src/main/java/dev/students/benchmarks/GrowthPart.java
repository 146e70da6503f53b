package dev.students.benchmarks;

import static dev.students.benchmarks.TableGrowth.IN_FLIGHT;
import static dev.students.benchmarks.TableGrowth.LARGE;
import static dev.students.benchmarks.TableGrowth.RATE;
import static dev.students.benchmarks.TableGrowth.ROUNDS;
import static dev.students.benchmarks.TableGrowth.SIZE;
import static dev.students.benchmarks.TableGrowth.SMALL;
import static dev.students.benchmarks.TableGrowth.WORK;
import static dev.students.benchmarks.TableGrowth.rate;
import static dev.students.benchmarks.TableGrowth.work;

import dev.students.benchmarks.CannedBenchmark.By;
import dev.students.operations.ProgressListener;
import dev.students.operations.StudentImport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What becomes of each operation when there are more students or more awards, and of work on whole
 * tables when they are larger or more of it is in flight.
 */
final class GrowthPart implements Part {

  private static final int FEW = 1_000;
  private static final int FEW_AWARDS = 10;
  private static final List<Integer> CONCURRENCY = List.of(1, 2, 4, 8, 16, 32);

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public Measurements measure(Setting setting) {
    int many = (int) Math.min(100_000, setting.time().toSeconds() * 700);
    int manyAwards = (int) Math.min(10_000, setting.time().toSeconds() * 80);
    List<Measured> all = new ArrayList<>();
    try (DynamoDbClient client = LocalTable.client(setting.endpoint())) {
      try (LocalTable small = LocalTable.create(client);
          LocalTable large = LocalTable.create(client)) {
        Duration operations = setting.fraction(1, 5);
        all.addAll(TableGrowth.measure(setting, small, large, FEW, many, operations, 2));
      }
      try (LocalTable table = LocalTable.create(client)) {
        all.addAll(byAwards(table, manyAwards, setting.fraction(1, 8)));
      }
      all.addAll(imports(client, Math.min(10 * FEW, many)));
      all.addAll(knees(setting, client, Math.min(FEW, many)));
    }
    return new Measurements(all);
  }

  /** Of a student with few awards and one with many. */
  private static List<Measured> byAwards(LocalTable table, int many, Duration time) {
    Students store = By.STORE.students(table.client(), table.name());
    for (String id : List.of(SMALL, LARGE)) {
      store.create(id, id + "@example.org");
      Fill.awards(table, id, "a", id.equals(SMALL) ? FEW_AWARDS : many);
    }
    String sizes = FEW_AWARDS + " and " + many + " awards";
    List<Measured> all = new ArrayList<>();
    Map<String, Turns> turns = new LinkedHashMap<>();
    turns.put(
        "findById",
        new Turns().add(SMALL, n -> store.findById(SMALL)).add(LARGE, n -> store.findById(LARGE)));
    turns.put(
        "awardXp",
        new Turns()
            .add(SMALL, n -> store.awardXp(SMALL, "n-" + n, 1))
            .add(LARGE, n -> store.awardXp(LARGE, "n-" + n, 1)));
    turns.put(
        "softDelete, restore",
        new Turns()
            .add(SMALL, n -> softDeleteAndRestore(store, SMALL))
            .add(LARGE, n -> softDeleteAndRestore(store, LARGE)));
    turns.forEach(
        (title, each) ->
            all.addAll(
                each.run(
                        Map.of(CannedBenchmark.OPERATION, title, SIZE, sizes),
                        time.dividedBy(turns.size() + 2L),
                        ROUNDS)
                    .all()));
    all.addAll(wholeStudents(table, many, sizes));
    return all;
  }

  private static void softDeleteAndRestore(Students store, String id) {
    store.softDelete(id);
    store.restore(id);
  }

  /** Reading and erasing all awards of a student: for each award, from 100 awards on. */
  private static List<Measured> wholeStudents(LocalTable table, int many, String sizes) {
    Students store = By.STORE.students(table.client(), table.name());
    int few = 100;
    Turns turns = new Turns();
    Turns erasures = new Turns();
    List<Measured> all = new ArrayList<>();
    String title = sizes.replaceFirst("^\\d+", Integer.toString(few));
    for (int count : List.of(few, many)) {
      String id = "w" + count;
      store.create(id, id + "@example.org");
      Fill.awards(table, id, "a", count);
      turns.add(count == few ? SMALL : LARGE, count, n -> store.awards(id));
      erasures.add(count == few ? SMALL : LARGE, count, n -> store.erase(id));
    }
    turns.turn();
    for (int round = 0; round < ROUNDS; round++) {
      turns.startRound();
      turns.turn();
      all.addAll(
          turns
              .endRound(Map.of(CannedBenchmark.OPERATION, "awards, each", SIZE, title), round)
              .all());
    }
    erasures.startRound();
    erasures.turn();
    all.addAll(
        erasures
            .endRound(Map.of(CannedBenchmark.OPERATION, "erase, each award", SIZE, title), 0)
            .all());
    return all;
  }

  private static List<Measured> imports(DynamoDbClient client, int many) {
    List<Measured> all = new ArrayList<>();
    for (int round = -1; round < 2; round++) {
      for (int students : List.of(FEW, many)) {
        if (round < 1 || students == FEW) {
          try (LocalTable table = LocalTable.create(client)) {
            double rate = rate(() -> importInto(table, students, 8));
            if (round >= 0) {
              all.add(work("import", students, 8, round, rate));
            }
          }
        }
      }
    }
    return all;
  }

  private static List<Measured> knees(Setting setting, DynamoDbClient client, int students) {
    List<Measured> all = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      for (int inFlight : CONCURRENCY) {
        try (LocalTable table = LocalTable.create(client)) {
          int number = round;
          all.add(
              work(
                  "import by concurrency",
                  students,
                  inFlight,
                  number,
                  rate(() -> importInto(table, students, inFlight))));
          all.add(
              work(
                  "truncate by concurrency",
                  students,
                  inFlight,
                  number,
                  rate(() -> TruncationPart.truncate(setting.endpoint(), table, inFlight))));
        }
      }
    }
    return all;
  }

  private static long importInto(LocalTable table, int students, int inFlight) {
    String csv =
        IntStream.range(0, students)
            .mapToObj(i -> "s%1$d,Ada,Lovelace,s%1$d@example.org\n".formatted(i))
            .collect(Collectors.joining("", "id,firstName,lastName,email\n", ""));
    AtomicLong rejected = new AtomicLong();
    StudentImport.builder(table.client(), table.name())
        .concurrency(inFlight)
        .build()
        .run(
            new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
            line -> rejected.incrementAndGet(),
            ProgressListener.NONE);
    if (rejected.get() > 0) {
      throw new IllegalStateException(rejected + " lines were refused");
    }
    return students;
  }

  @Override
  public String section(Measurements measured) {
    return TableGrowth.operationsTable(measured)
        + "\n"
        + TableGrowth.workTable(measured, List.of("import", "check", "truncate"))
        + """

        ![Whole tables by concurrency](performance/growth-concurrency.svg)
        """
        + knee(measured);
  }

  private static String knee(Measurements measured) {
    StringBuilder text = new StringBuilder("\n");
    for (String work : List.of("import", "truncate")) {
      Measurements row = measured.where(WORK, work + " by concurrency");
      double most =
          CONCURRENCY.stream()
              .mapToDouble(n -> row.where(IN_FLIGHT, n).median(RATE))
              .max()
              .orElse(0);
      int knee =
          CONCURRENCY.stream()
              .filter(n -> row.where(IN_FLIGHT, n).median(RATE) >= 0.9 * most)
              .findFirst()
              .orElseThrow();
      text.append(
          "The knee of `%s`, where nine tenths of the most are reached, was at %d in flight. "
              .formatted(work, knee));
    }
    return text.toString().stripTrailing() + "\n";
  }

  @Override
  public Map<String, String> charts(Measurements measured) {
    Map<String, List<Double>> lines = new LinkedHashMap<>();
    for (String work : List.of("import", "truncate")) {
      Measurements row = measured.where(WORK, work + " by concurrency");
      double one = row.where(IN_FLIGHT, 1).median(RATE);
      lines.put(
          work, CONCURRENCY.stream().map(n -> row.where(IN_FLIGHT, n).median(RATE) / one).toList());
    }
    return Map.of(
        "growth-concurrency",
        new LineChart(
                "Items in a time, of those at 1 request in flight",
                CONCURRENCY.stream().map(String::valueOf).toList(),
                lines)
            .svg());
  }
}
