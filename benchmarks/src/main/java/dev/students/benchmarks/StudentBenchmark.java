package dev.students.benchmarks;

import dev.students.data.StudentStore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Each operation in each way, in one run, on one thread. The SDK is so much code that it takes some
 * seconds until the machine has compiled what is called often.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1, time = 8)
@Measurement(iterations = 4, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
public abstract class StudentBenchmark {

  /** Who makes the requests. */
  public enum By {
    /** The store. */
    STORE,
    /** The bare SDK, with the requests of the store. */
    HAND,
    /** The SDK's Enhanced Client, for the same promises. */
    ENHANCED,
    /** The bare SDK, with the unprotected requests of a tutorial. */
    TUTORIAL
  }

  /** What is done. */
  @Param public Operation operation = Operation.CREATE;

  /** By whom. */
  @Param public By by = By.STORE;

  @SuppressWarnings("NullAway.Init")
  private DynamoDbClient client;

  @SuppressWarnings("NullAway.Init")
  private Students students;

  private long number;

  /** The client that is measured. */
  abstract DynamoDbClient connect(Operation wanted);

  /** The table to work on. */
  abstract String table();

  /** Connects. */
  @Setup
  public final void setUp() {
    client = connect(operation);
    students = students(by, client, table());
  }

  /** Disconnects. */
  @TearDown
  public final void tearDown() {
    client.close();
  }

  /** What is measured. */
  @Benchmark
  public final Object run(ProcessorTime time) {
    time.calls++;
    return operation.run(students, number++);
  }

  static Students students(By by, DynamoDbClient client, String table) {
    return switch (by) {
      case STORE -> new ByStore(StudentStore.create(client, table));
      case HAND -> new ByHand(client, table);
      case ENHANCED -> new ByEnhancedClient(client, table);
      case TUTORIAL -> new ByTutorial(client, table);
    };
  }
}
