package dev.students.benchmarks;

import dev.students.benchmarks.CannedBenchmark.By;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What the library takes of the processor and of memory: {@link CannedBenchmark}. */
final class LibraryPart implements Part {

  /** The ratio to requests by hand that no operation should exceed. */
  private static final double AIM = 1.05;

  private static final int ITERATIONS = 5;

  /**
   * Has the JVM compile after a tenth of the usual number of calls. The SDK's code is called by
   * every way, and that of each way only by itself: with the usual number the SDK's would be
   * compiled in the time there is and a way's own still be interpreted, which no service that runs
   * for longer than a minute has.
   */
  private static final double COMPILE_THRESHOLD = 0.1;

  @Override
  public String name() {
    return "library";
  }

  @Override
  public Measurements measure(Setting setting) throws IOException {
    long each = setting.time().toMillis() / Operation.values().length - 1_000;
    return measure(
        Math.max(200, each * 3 / 4),
        Math.max(50, each / 4 / ITERATIONS),
        ITERATIONS,
        "-XX:CompileThresholdScaling=" + COMPILE_THRESHOLD);
  }

  /** Measures each operation: so many milliseconds to warm up and in each iteration. */
  static Measurements measure(long warmUp, long iteration, int iterations, String... jvmArgs)
      throws IOException {
    Path file = Files.createTempFile("benchmarks", ".jsonl");
    try {
      new Runner(
              new OptionsBuilder()
                  .include(CannedBenchmark.class.getSimpleName())
                  .warmupIterations(1)
                  .warmupTime(TimeValue.milliseconds(warmUp))
                  .measurementIterations(iterations)
                  .measurementTime(TimeValue.milliseconds(iteration))
                  .jvmArgsPrepend("-D" + CannedBenchmark.FILE + "=" + file)
                  .jvmArgsAppend(jvmArgs)
                  .shouldFailOnError(true)
                  .build())
          .run();
      return Measurements.read(file);
    } catch (RunnerException e) {
      throw new IllegalStateException(e);
    } finally {
      Files.delete(file);
    }
  }

  /** An operation's ratio of the store to another way. */
  static Ratio ratio(Measurements measured, String operation, String figure, By other) {
    Measurements one = measured.where(CannedBenchmark.OPERATION, operation);
    return one.where(Turns.BY, By.STORE).ratio(figure, one.where(Turns.BY, other)).orElseThrow();
  }

  @Override
  public String section(Measurements measured) {
    Table table =
        new Table(
            "operation",
            "memory, of the same requests by hand",
            "processor time",
            "memory, of the Enhanced Client's with beans",
            "with immutable classes",
            "processor time, of the leaner",
            "memory, of the tutorial's");
    int within = 0;
    int leaner = 0;
    int fast = 0;
    int faster = 0;
    for (String operation : measured.values(CannedBenchmark.OPERATION)) {
      Ratio memory = ratio(measured, operation, Turns.MEMORY, By.HAND);
      Ratio beans = ratio(measured, operation, Turns.MEMORY, By.ENHANCED);
      Ratio immutable = ratio(measured, operation, Turns.MEMORY, By.IMMUTABLE);
      By better = beans.median() > immutable.median() ? By.ENHANCED : By.IMMUTABLE;
      within += memory.median() <= AIM ? 1 : 0;
      leaner += Math.max(beans.median(), immutable.median()) < 1 ? 1 : 0;
      Ratio time = ratio(measured, operation, Turns.PROCESSOR, By.HAND);
      Ratio timeOfEnhanced = ratio(measured, operation, Turns.PROCESSOR, better);
      fast += time.median() <= AIM ? 1 : 0;
      faster += timeOfEnhanced.median() < 1 ? 1 : 0;
      table.row(
          Table.code(operation),
          memory.text(),
          time.text(),
          beans.text(),
          immutable.text(),
          timeOfEnhanced.text(),
          ratio(measured, operation, Turns.MEMORY, By.TUTORIAL).text());
    }
    int all = measured.values(CannedBenchmark.OPERATION).size();
    return table
        + String.format(
            Locale.ROOT,
            """

            Of %d operations %d allocate at most %.2f of the same requests by hand, and %d less than the Enhanced Client with either mapping.
            %d take at most %.2f of the processor time of those by hand, and %d less than the Enhanced Client with the leaner mapping.

            ![Memory allocated by the library, as a multiple of the same requests by hand](performance/library-memory.svg)
            ![Memory allocated by the library, as a multiple of the SDK's Enhanced Client's](performance/library-enhanced.svg)
            """,
            all,
            within,
            AIM,
            leaner,
            fast,
            AIM,
            faster);
  }

  @Override
  public Map<String, String> charts(Measurements measured) {
    return Map.of(
        "library-memory",
        chart(measured, "Memory, of the same requests by hand", By.HAND),
        "library-enhanced",
        chart(measured, "Memory, of the Enhanced Client's with beans", By.ENHANCED));
  }

  private static String chart(Measurements measured, String title, By other) {
    Map<String, Double> bars = new LinkedHashMap<>();
    for (String operation : measured.values(CannedBenchmark.OPERATION)) {
      bars.put(operation, ratio(measured, operation, Turns.MEMORY, other).median());
    }
    return new BarChart(title, bars).svg();
  }
}
