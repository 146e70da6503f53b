package dev.students.benchmarks;

import dev.students.benchmarks.CannedBenchmark.By;
import dev.students.operations.TableCheck;
import dev.students.operations.TableReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same operation, and the same work on a whole table, with few students and with many. */
final class TableGrowth {

  static final String SIZE = "size";
  static final String WORK = "work";
  static final String IN_FLIGHT = "inFlight";
  static final String RATE = "itemsPerSecond";
  static final String SMALL = "small";
  static final String LARGE = "large";
  static final int ROUNDS = 3;

  private static final int CONCURRENCY = 8;
  private static final List<Operation> BY_STUDENTS =
      List.of(
          Operation.CREATE,
          Operation.FIND_BY_ID,
          Operation.FIND_BY_EMAIL,
          Operation.UPDATE,
          Operation.SOFT_DELETE_AND_RESTORE,
          Operation.AWARD_XP,
          Operation.CREATE_AND_ERASE);

  private final Setting setting;
  private final LocalTable small;
  private final LocalTable large;
  private final int few;
  private final int many;
  private final List<Measured> all = new ArrayList<>();

  private TableGrowth(Setting setting, LocalTable small, LocalTable large, int few, int many) {
    this.setting = setting;
    this.small = small;
    this.large = large;
    this.few = few;
    this.many = many;
  }

  /**
   * Fills two tables, carries out the operations by turns, then checks and truncates the tables.
   *
   * @param time for the operations
   * @param checks of each table
   */
  static List<Measured> measure(
      Setting setting,
      LocalTable small,
      LocalTable large,
      int few,
      int many,
      Duration time,
      int checks) {
    TableGrowth growth = new TableGrowth(setting, small, large, few, many);
    growth.fill(small, few);
    growth.fill(large, many);
    growth.operations(time);
    growth.check(checks);
    growth.truncate(small, few);
    growth.truncate(large, many);
    return growth.all;
  }

  private void fill(LocalTable table, int students) {
    double rate = rate(() -> Fill.students(table, students));
    all.add(work("fill", students, Fill.CONCURRENCY, 0, rate));
    By.STORE.students(table.client(), table.name()).create(Operation.ADA, Operation.ADAS_EMAIL);
  }

  private void operations(Duration time) {
    Students one = By.STORE.students(small.client(), small.name());
    Students other = By.STORE.students(large.client(), large.name());
    for (Operation operation : BY_STUDENTS) {
      // Not the ids s0, s1 and so on, which are on the tables already.
      Turns turns =
          new Turns()
              .add(SMALL, n -> operation.run(one, n + 1_000_000_000L))
              .add(LARGE, n -> operation.run(other, n + 1_000_000_000L));
      String sizes = few + " and " + many + " students";
      Map<String, String> what = Map.of(CannedBenchmark.OPERATION, operation.title(), SIZE, sizes);
      all.addAll(turns.run(what, time.dividedBy(BY_STUDENTS.size()), ROUNDS).all());
    }
  }

  private void check(int times) {
    check(small, few, -1); // which warms up
    for (int round = 0; round < times; round++) {
      all.add(check(small, few, round));
      all.add(check(large, many, round));
    }
  }

  private static Measured check(LocalTable table, int students, int round) {
    return work("check", students, CONCURRENCY, round, rate(() -> check(table)));
  }

  private static long check(LocalTable table) {
    TableReader reader =
        TableReader.builder(table.client(), table.name()).concurrency(CONCURRENCY).build();
    return TableCheck.of(reader).run(finding -> {}).items();
  }

  /** Leaves nothing to repeat. */
  private void truncate(LocalTable table, int students) {
    double rate = rate(() -> TruncationPart.truncate(setting.endpoint(), table, CONCURRENCY));
    all.add(work("truncate", students, CONCURRENCY, 0, rate));
  }

  /** A count of items, and how long it took to get through them. */
  interface Work {
    long run();
  }

  static double rate(Work work) {
    long start = System.nanoTime();
    return work.run() / ((System.nanoTime() - start) / 1e9);
  }

  static Measured work(String work, int students, int inFlight, int round, double rate) {
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

  static String operationsTable(Measurements measured) {
    Table table = new Table("operation", "with", "elapsed time with more, of that with fewer");
    for (String operation : measured.values(CannedBenchmark.OPERATION)) {
      Measurements one = measured.where(CannedBenchmark.OPERATION, operation);
      for (String size : one.values(SIZE)) {
        Measurements row = one.where(SIZE, size);
        table.row(
            Table.code(operation),
            size,
            row.where(Turns.BY, LARGE).ratioText(Turns.ELAPSED, row.where(Turns.BY, SMALL)));
      }
    }
    return table.toString();
  }

  static String workTable(Measurements measured, List<String> works) {
    Table table = new Table("work", "students", "items in a time, of those with fewer");
    for (String work : works) {
      Measurements row = measured.where(WORK, work);
      List<String> sizes = row.values(SIZE);
      String few = sizes.get(0);
      String many = sizes.get(sizes.size() - 1);
      table.row(
          Table.code(work),
          few + " and " + many,
          row.where(SIZE, many).ratioText(RATE, row.where(SIZE, few)));
    }
    return table.toString();
  }
}
