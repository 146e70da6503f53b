package dev.students.benchmarks;

import dev.students.benchmarks.CannedBenchmark.By;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Each HTTP client of the SDK on DynamoDB Local, with 1 to 256 calls in flight, on platform and on
 * virtual threads: how many calls get done, and how long each takes. Client and database share the
 * machine's processors.
 */
final class ClientsPart implements Part {

  static final List<Integer> IN_FLIGHT = List.of(1, 4, 16, 64, 256);

  private static final String CLIENT = "client";
  private static final String THREADS = "threads";
  private static final String CALLS_IN_FLIGHT = "inFlight";
  private static final String PLATFORM = "platform threads";
  private static final String VIRTUAL = "virtual threads";
  private static final String NONE = "no threads";
  private static final int ROUNDS = 3;
  private static final int STUDENTS = 100;

  /** One cell of the table, which is measured once a round. */
  private record Cell(Map<String, String> what, Run run) {}

  /** Keeps calls in flight for a while. */
  private interface Run {
    Map<String, Double> load(Duration time) throws InterruptedException;
  }

  private final AtomicLong number = new AtomicLong();

  @Override
  public String name() {
    return "clients";
  }

  @Override
  public Measurements measure(Setting setting) throws InterruptedException {
    List<Measured> all = new ArrayList<>();
    List<AutoCloseable> opened = new ArrayList<>();
    try (DynamoDbClient client = LocalTable.client(setting.endpoint());
        LocalTable table = LocalTable.create(client)) {
      Students store = By.STORE.students(client, table.name());
      IntStream.range(0, STUDENTS).forEach(i -> store.create("s" + i, "s" + i + "@example.org"));
      List<Cell> cells = cells(setting, table.name(), opened);
      Duration each = setting.fraction(1, cells.size() * (ROUNDS + 1));
      for (int round = -1; round < ROUNDS; round++) {
        for (Cell cell : cells) {
          Map<String, Double> figures = cell.run().load(each);
          if (round >= 0) {
            Map<String, String> what = new HashMap<>(cell.what());
            what.put(Measured.ROUND, Integer.toString(round));
            all.add(new Measured(what, figures));
          }
        }
      }
    } finally {
      for (AutoCloseable each : opened) {
        close(each);
      }
    }
    return new Measurements(all);
  }

  /** Those that are compared with one another stand side by side. */
  private List<Cell> cells(Setting setting, String table, List<AutoCloseable> opened) {
    Map<String, ExecutorService> threads = new LinkedHashMap<>();
    threads.put(PLATFORM, Executors.newCachedThreadPool());
    virtualThreads().ifPresent(virtual -> threads.put(VIRTUAL, virtual));
    threads.values().forEach(each -> opened.add(each::shutdown));
    List<Cell> cells = new ArrayList<>();
    for (int inFlight : IN_FLIGHT) {
      for (HttpStack stack : HttpStack.values()) {
        if (stack.isSynchronous()) {
          DynamoDbClient client = stack.client(setting.endpoint());
          opened.add(client);
          threads.forEach(
              (name, pool) -> {
                for (By by : List.of(By.STORE, By.TUTORIAL)) {
                  Students students = by.students(client, table);
                  cells.add(
                      new Cell(
                          what(stack, name, by, "read", inFlight),
                          time ->
                              Load.onThreads(
                                  pool, inFlight, time, number, n -> students.findById(id(n)))));
                  cells.add(
                      new Cell(
                          what(stack, name, by, "write", inFlight),
                          time ->
                              Load.onThreads(
                                  pool,
                                  inFlight,
                                  time,
                                  number,
                                  n -> students.awardXp(id(n), "quiz-" + n, 1))));
                }
              });
        } else {
          DynamoDbAsyncClient client = stack.asyncClient(setting.endpoint());
          opened.add(client);
          cells.addAll(asynchronous(stack, client, table, inFlight));
        }
      }
    }
    return cells;
  }

  /** The same requests by hand, since the store is synchronous. */
  private List<Cell> asynchronous(
      HttpStack stack, DynamoDbAsyncClient client, String table, int inFlight) {
    HandWritten parts = new HandWritten(table);
    return List.of(
        new Cell(
            what(stack, NONE, By.HAND, "read", inFlight),
            time -> Load.asynchronous(inFlight, time, number, n -> read(client, table, id(n)))),
        new Cell(
            what(stack, NONE, By.HAND, "write", inFlight),
            time ->
                Load.asynchronous(inFlight, time, number, n -> write(client, parts, id(n), n))));
  }

  private static CompletableFuture<?> read(DynamoDbAsyncClient client, String table, String id) {
    return client.getItem(
        get -> get.tableName(table).key(HandWritten.key("student#" + id)).consistentRead(true));
  }

  private static CompletableFuture<?> write(
      DynamoDbAsyncClient client, HandWritten parts, String id, long number) {
    return client.transactWriteItems(
        write ->
            write.transactItems(
                parts.putAward(id, "quiz-" + number, 1, HandWritten.now()), parts.addXp(id, 1)));
  }

  private static String id(long number) {
    return "s" + number % STUDENTS;
  }

  private static Map<String, String> what(
      HttpStack stack, String threads, By by, String operation, int inFlight) {
    return Map.of(
        CLIENT,
        stack.title(),
        THREADS,
        threads,
        Turns.BY,
        by.name(),
        CannedBenchmark.OPERATION,
        operation,
        CALLS_IN_FLIGHT,
        Integer.toString(inFlight));
  }

  /** Empty before Java 21. */
  private static Optional<ExecutorService> virtualThreads() {
    try {
      Method method = Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
      return Optional.of((ExecutorService) method.invoke(null));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private static void close(AutoCloseable each) {
    try {
      each.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String section(Measurements measured) {
    StringBuilder text = new StringBuilder();
    for (String operation : List.of("read", "write")) {
      text.append(
          """

          Calls done in a time, as a multiple of Apache 5's on platform threads at as many in flight, and the 99th percentile of their latency likewise, after the stroke: `%s`.

          """
              .formatted(operation.equals("read") ? "findById" : "awardXp"));
      Table table = new Table(cells(n -> n + " in flight", "HTTP client", "threads"));
      Measurements cells = measured.where(CannedBenchmark.OPERATION, operation);
      for (HttpStack stack : HttpStack.values()) {
        for (String threads : List.of(PLATFORM, VIRTUAL, NONE)) {
          Measurements row = own(cells, stack, threads);
          if (!row.isEmpty()) {
            table.row(cells(n -> cell(cells, row, n), stack.title(), threads));
          }
        }
      }
      text.append(table);
    }
    return text
        + "\n"
        + tutorial(measured)
        + "\n"
        + advice(measured)
        + """

        ![Reads by calls in flight](performance/clients-reads.svg)
        ![Writes by calls in flight](performance/clients-writes.svg)
        ![99th percentile of reads by calls in flight](performance/clients-latency.svg)
        """;
  }

  /** Cells, the last of them one for each number of calls in flight. */
  private static List<String> cells(IntFunction<String> ofInFlight, String... first) {
    return Table.cells(IN_FLIGHT.stream().map(ofInFlight::apply).toList(), first);
  }

  /** What does the work of the store: itself, or the same requests by hand. */
  private static Measurements own(Measurements cells, HttpStack stack, String threads) {
    return cells
        .where(CLIENT, stack.title())
        .where(THREADS, threads)
        .where(Turns.BY, stack.isSynchronous() ? By.STORE : By.HAND);
  }

  private static String cell(Measurements cells, Measurements row, int inFlight) {
    Measurements here = row.where(CALLS_IN_FLIGHT, inFlight);
    Measurements reference =
        own(cells, HttpStack.APACHE5, PLATFORM).where(CALLS_IN_FLIGHT, inFlight);
    return here.ratio(Load.CALLS_PER_SECOND, reference).map(Ratio::brief).orElse("–")
        + " / "
        + here.ratio(Load.P99, reference).map(Ratio::brief).orElse("–");
  }

  private static String tutorial(Measurements measured) {
    Table table = new Table(cells(n -> n + " in flight", "operation"));
    for (String operation : List.of("read", "write")) {
      table.row(cells(n -> ofTutorial(measured, operation, n), operation));
    }
    return """
    The store's calls done in a time, as a multiple of the tutorial's unprotected requests with the same client, Apache 5 on platform threads:

    """
        + table;
  }

  private static String ofTutorial(Measurements measured, String operation, int inFlight) {
    Measurements cell =
        measured
            .where(CannedBenchmark.OPERATION, operation)
            .where(CLIENT, HttpStack.APACHE5.title())
            .where(THREADS, PLATFORM)
            .where(CALLS_IN_FLIGHT, inFlight);
    return cell.where(Turns.BY, By.STORE)
        .ratioText(Load.CALLS_PER_SECOND, cell.where(Turns.BY, By.TUTORIAL));
  }

  /** For a service, from the figures: the store's reads and writes at 64 in flight. */
  private static String advice(Measurements measured) {
    String best = "";
    double most = 0;
    for (HttpStack stack : HttpStack.values()) {
      for (String threads : List.of(PLATFORM, VIRTUAL)) {
        Measurements reads = at64(own(measured, stack, threads), "read");
        Measurements writes = at64(own(measured, stack, threads), "write");
        if (!reads.isEmpty()) {
          double score =
              reads.median(Load.CALLS_PER_SECOND)
                  / at64(own(measured, HttpStack.APACHE5, PLATFORM), "read")
                      .median(Load.CALLS_PER_SECOND)
                  * (writes.median(Load.CALLS_PER_SECOND)
                      / at64(own(measured, HttpStack.APACHE5, PLATFORM), "write")
                          .median(Load.CALLS_PER_SECOND));
          if (score > most) {
            most = score;
            best = stack.title() + " on " + threads;
          }
        }
      }
    }
    return """
    For a service the one that got most done here at 64 in flight, reads and writes together: **%s**, × %.2f of Apache 5 on platform threads (geometric mean). Below × 1.1 that is no reason to prefer it. For a Lambda function and a command line the start counts: see below.
    """
        .formatted(best, Math.sqrt(most));
  }

  private static Measurements at64(Measurements cells, String operation) {
    return cells.where(CannedBenchmark.OPERATION, operation).where(CALLS_IN_FLIGHT, 64);
  }

  @Override
  public Map<String, String> charts(Measurements measured) {
    return Map.of(
        "clients-reads", chart(measured, "read", "Reads", Load.CALLS_PER_SECOND),
        "clients-writes", chart(measured, "write", "Writes", Load.CALLS_PER_SECOND),
        "clients-latency", chart(measured, "read", "99th percentile of reads", Load.P99));
  }

  private static String chart(
      Measurements measured, String operation, String title, String figure) {
    Measurements cells = measured.where(CannedBenchmark.OPERATION, operation);
    double one = own(cells, HttpStack.APACHE5, PLATFORM).where(CALLS_IN_FLIGHT, 1).median(figure);
    Map<String, List<Double>> lines = new LinkedHashMap<>();
    for (HttpStack stack : HttpStack.values()) {
      for (String threads : List.of(PLATFORM, VIRTUAL, NONE)) {
        Measurements row = own(cells, stack, threads);
        if (!row.isEmpty()) {
          lines.put(
              stack.title() + ", " + threads,
              IN_FLIGHT.stream()
                  .map(n -> row.where(CALLS_IN_FLIGHT, n).median(figure) / one)
                  .toList());
        }
      }
    }
    return new LineChart(
            title + ", of Apache 5's at 1 in flight, by calls in flight",
            IN_FLIGHT.stream().map(String::valueOf).toList(),
            lines)
        .svg();
  }
}
