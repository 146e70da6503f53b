package dev.students.benchmarks;

import dev.students.data.StudentStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Each operation on answers that are there at once: what the SDK and the store take of the
 * processor and of memory. JMH starts a JVM for each operation, warms it up and counts the
 * iterations; within one, the ways take turns call by call. JMH's own score is that of a turn; what
 * each way took goes to a file.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1, time = 8)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
public class CannedBenchmark {

  /** The system property that names the file. */
  static final String FILE = "benchmarks.file";

  /** The label of the operation. */
  static final String OPERATION = "operation";

  /** Who makes the requests. */
  public enum By {
    /** The store. */
    STORE,
    /** The bare SDK, with the requests of the store. */
    HAND,
    /** The SDK's Enhanced Client with beans, for the same promises. */
    ENHANCED,
    /** The same with immutable classes. */
    IMMUTABLE,
    /** The bare SDK, with the unprotected requests of a tutorial. */
    TUTORIAL;

    Students students(DynamoDbClient client, String table) {
      return switch (this) {
        case STORE -> new ByStore(StudentStore.create(client, table));
        case HAND -> new ByHand(client, table);
        case ENHANCED -> new ByEnhancedClient<>(client, table, new BeanMapping());
        case IMMUTABLE -> new ByEnhancedClient<>(client, table, new ImmutableMapping());
        case TUTORIAL -> new ByTutorial(client, table);
      };
    }
  }

  /** What is done. */
  @Param public Operation operation = Operation.CREATE;

  private final List<DynamoDbClient> clients = new ArrayList<>();
  private final Turns turns = new Turns();
  private int round;

  /** Connects each way to a client of its own. */
  @Setup
  public final void setUp() {
    for (By by : By.values()) {
      DynamoDbClient client = Canned.client(operation, (name, request) -> {});
      Students students = by.students(client, "students");
      clients.add(client);
      turns.add(by.name(), number -> operation.run(students, number));
    }
  }

  /** Disconnects. */
  @TearDown
  public final void tearDown() {
    clients.forEach(DynamoDbClient::close);
  }

  /** Starts an iteration. */
  @Setup(Level.Iteration)
  public final void start() {
    turns.startRound();
  }

  /** Writes down what each way took. */
  @TearDown(Level.Iteration)
  public final void end(IterationParams iteration) throws IOException {
    if (iteration.getType() == IterationType.MEASUREMENT) {
      Map<String, String> what = Map.of(OPERATION, operation.title());
      turns.endRound(what, round++).appendTo(Path.of(System.getProperty(FILE)));
    }
  }

  /** What is measured. */
  @Benchmark
  public final void turn() {
    turns.turn();
  }
}
