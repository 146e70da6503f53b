package dev.students.benchmarks;

import dev.students.benchmarks.CannedBenchmark.By;
import dev.students.operations.ProgressListener;
import dev.students.operations.StudentImport;
import dev.students.operations.TableCheck;
import dev.students.operations.TableReader;
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

  private static final String SIZE = "size";
  private static final String WORK = "work";
  private static final String IN_FLIGHT = "inFlight";
  private static final String RATE = "itemsPerSecond";
  private static final String SMALL = "small";
  private static final String LARGE = "large";
  private static final int ROUNDS = 3;
  private static final int FEW = 1_000;
  private static final int FEW_AWARDS = 10;
  private static final List<Integer> CONCURRENCY = List.of(1, 2, 4, 8, 16, 32);
  private static final List<Operation> BY_STUDENTS =
      List.of(
          Operation.CREATE,
          Operation.FIND_BY_ID,
          Operation.FIND_BY_EMAIL,
          Operation.UPDATE,
          Operation.SOFT_DELETE_AND_RESTORE,
          Operation.AWARD_XP,
          Operation.CREATE_AND_ERASE);

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
        prepare(small, FEW);
        prepare(large, many);
        all.addAll(byStudents(small, large, FEW + " and " + many, setting.fraction(1, 5)));
        all.addAll(wholeTable(setting, List.of(small, large), List.of(FEW, many)));
      }
      try (LocalTable table = LocalTable.create(client)) {
        all.addAll(byAwards(table, manyAwards, setting.fraction(1, 8)));
      }
      all.addAll(imports(client, Math.min(10 * FEW, many)));
      all.addAll(knees(setting, client, Math.min(FEW, many)));
    }
    return new Measurements(all);
  }

  private static void prepare(LocalTable table, int students) {
    Fill.students(table, students);
    By.STORE.students(table.client(), table.name()).create(Operation.ADA, Operation.ADAS_EMAIL);
  }

  private static List<Measured> byStudents(
      LocalTable small, LocalTable large, String sizes, Duration time) {
    List<Measured> all = new ArrayList<>();
    for (Operation operation : BY_STUDENTS) {
      Students one = By.STORE.students(small.client(), small.name());
      Students other = By.STORE.students(large.client(), large.name());
      // Not the ids s0, s1 and so on, which are on the tables already.
      Turns turns =
          new Turns()
              .add(SMALL, n -> operation.run(one, n + 1_000_000_000L))
              .add(LARGE, n -> operation.run(other, n + 1_000_000_000L));
      all.addAll(
          turns
              .run(
                  Map.of(CannedBenchmark.OPERATION, operation.title(), SIZE, sizes + " students"),
                  time.dividedBy(BY_STUDENTS.size()),
                  ROUNDS)
              .all());
    }
    return all;
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

  /** The check, twice each by turns, then the truncation, which leaves nothing to repeat. */
  private static List<Measured> wholeTable(
      Setting setting, List<LocalTable> tables, List<Integer> students) {
    List<Measured> all = new ArrayList<>();
    for (int round = -1; round < 2; round++) {
      for (int i = 0; i < tables.size(); i++) {
        LocalTable table = tables.get(i);
        double rate = rate(() -> check(table));
        if (round >= 0) {
          all.add(work("check", students.get(i), 8, round, rate));
        }
      }
    }
    for (int i = 0; i < tables.size(); i++) {
      LocalTable table = tables.get(i);
      double rate = rate(() -> TruncationPart.truncate(setting.endpoint(), table, 8));
      all.add(work("truncate", students.get(i), 8, 0, rate));
    }
    return all;
  }

  private static long check(LocalTable table) {
    TableReader reader = TableReader.builder(table.client(), table.name()).concurrency(8).build();
    return TableCheck.of(reader).run(finding -> {}).items();
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

  /** A count of items, and how long it took to get through them. */
  private interface Work {
    long run();
  }

  private static double rate(Work work) {
    long start = System.nanoTime();
    return work.run() / ((System.nanoTime() - start) / 1e9);
  }

  private static Measured work(String work, int students, int inFlight, int round, double rate) {
    return new Measured(
        Map.of(
            WORK,
            work,
            SIZE,
            Integer.toString(students),
            IN_FLIGHT,
            Integer.toString(inFlight),
            Measured.ROUND,
            Integer.toString(round)),
        Map.of(RATE, rate));
  }

  @Override
  public String section(Measurements measured) {
    StringBuilder text =
        new StringBuilder(
            """
            | operation | with | elapsed time with more, of that with fewer |
            | --- | --- | --- |
            """);
    for (String operation : measured.values(CannedBenchmark.OPERATION)) {
      Measurements one = measured.where(CannedBenchmark.OPERATION, operation);
      for (String size : operation.isEmpty() ? List.<String>of() : one.values(SIZE)) {
        Measurements row = one.where(SIZE, size);
        text.append(
            "| `%s` | %s | %s |%n"
                .formatted(
                    operation,
                    size,
                    row.where(Turns.BY, LARGE)
                        .ratioText(Turns.ELAPSED, row.where(Turns.BY, SMALL))));
      }
    }
    text.append(
        """

        | work | students | items in a time, of those with fewer |
        | --- | --- | --- |
        """);
    for (String work : List.of("import", "check", "truncate")) {
      List<String> sizes = measured.where(WORK, work).values(SIZE);
      Measurements row = measured.where(WORK, work);
      String few = sizes.get(0);
      String many = sizes.get(sizes.size() - 1);
      text.append(
          "| `%s` | %s and %s | %s |%n"
              .formatted(
                  work, few, many, row.where(SIZE, many).ratioText(RATE, row.where(SIZE, few))));
    }
    return text
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
          "The knee of `%s`, where nine tenths of the most are reached, was at %d requests in flight. "
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
