package dev.students.benchmarks;

import dev.students.local.LocalDynamoDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks, time and allocation, beside a DynamoDB Local in this process, and prints
 * their ratios. Takes JMH's own options, or one of these first:
 *
 * <ul>
 *   <li>{@code --check}: the short form, a minute, which fails when a ratio of memory is far out of
 *       its bounds
 *   <li>{@code --publish FOLDER}: writes the figures and their charts there as well
 * </ul>
 */
public final class Benchmarks {

  private Benchmarks() {}

  /** The program. */
  public static void main(String[] args)
      throws CommandLineOptionException, RunnerException, IOException {
    List<String> given = List.of(args);
    boolean check = given.contains("--check");
    int publish = given.indexOf("--publish");
    List<String> jmh = given.subList(publish >= 0 ? publish + 2 : check ? 1 : 0, given.size());
    try (LocalDynamoDb local = LocalDynamoDb.inMemory()) {
      ChainedOptionsBuilder options =
          new OptionsBuilder()
              .parent(new CommandLineOptions(jmh.toArray(String[]::new)))
              .addProfiler(GCProfiler.class)
              .jvmArgsPrepend("-D" + LocalBenchmark.ENDPOINT + "=" + local.endpoint());
      Report report = Report.of(new Runner((check ? shortForm(options) : options).build()).run());
      System.out.println(report.markdown());
      if (publish >= 0) {
        publish(report, Path.of(given.get(publish + 1)));
      }
      if (check && !report.outOfBounds().isEmpty()) {
        report.outOfBounds().forEach(System.out::println);
        System.exit(1);
      }
    }
  }

  /** Rough times, and memory that hardly depends on how long it is measured. */
  private static ChainedOptionsBuilder shortForm(ChainedOptionsBuilder options) {
    return options
        .include(CannedBenchmark.class.getSimpleName())
        .param("by", StudentBenchmark.By.STORE.name(), StudentBenchmark.By.HAND.name())
        .warmupIterations(1)
        .warmupTime(TimeValue.milliseconds(2_000))
        .measurementIterations(1)
        .measurementTime(TimeValue.milliseconds(500))
        .jvmArgsAppend("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  }

  private static void publish(Report report, Path folder) throws IOException {
    Files.createDirectories(folder);
    String machine =
        "{\"cores\":%d,\"os\":\"%s %s\",\"java\":\"%s\"}"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.runtime.version"));
    Files.writeString(
        folder.resolve("library.json"),
        report.all().stream()
            .map(Measured::json)
            .collect(
                Collectors.joining(
                    ",\n    ",
                    "{\n  \"machine\": " + machine + ",\n  \"measured\": [\n    ",
                    "\n  ]\n}\n")));
    String hand = StudentBenchmark.By.HAND.name();
    chart(
        folder,
        report,
        "CannedBenchmark",
        hand,
        "library-memory",
        "Memory, of the same requests by hand");
    chart(
        folder,
        report,
        "CannedBenchmark",
        hand,
        "library-processor",
        "Processor time, of the same requests by hand");
    chart(
        folder,
        report,
        "CannedBenchmark",
        StudentBenchmark.By.ENHANCED.name(),
        "enhanced-memory",
        "Memory, of the SDK's Enhanced Client's");
    chart(
        folder,
        report,
        "LocalBenchmark",
        StudentBenchmark.By.TUTORIAL.name(),
        "local-tutorial",
        "Elapsed time on DynamoDB Local, of the tutorial's requests");
  }

  private static void chart(
      Path folder, Report report, String benchmark, String of, String name, String title)
      throws IOException {
    Files.writeString(
        folder.resolve(name + ".svg"),
        new BarChart(
                title,
                report.ratios(
                    benchmark,
                    of,
                    name.endsWith("memory")
                        ? Measured::kilobytes
                        : name.endsWith("processor")
                            ? Measured::processorMicros
                            : Measured::elapsedMicros))
            .svg());
  }
}
