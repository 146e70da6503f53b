package dev.students.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;

/** The results as tables in Markdown, the store beside the hand. */
record Report(Map<String, Map<Operation, Map<StudentBenchmark.By, RunResult>>> results) {

  static Report of(Collection<RunResult> runs) {
    Map<String, Map<Operation, Map<StudentBenchmark.By, RunResult>>> results = new TreeMap<>();
    for (RunResult run : runs) {
      String benchmark = run.getParams().getBenchmark().replaceFirst("^.*\\.(\\w+)\\.\\w+$", "$1");
      results
          .computeIfAbsent(benchmark, name -> new EnumMap<>(Operation.class))
          .computeIfAbsent(
              Operation.valueOf(run.getParams().getParam("operation")),
              operation -> new EnumMap<>(StudentBenchmark.By.class))
          .put(StudentBenchmark.By.valueOf(run.getParams().getParam("by")), run);
    }
    return new Report(results);
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    results.forEach(
        (benchmark, operations) -> {
          text.append(
              """

              %s, by hand → by the store

              | operation | processor | memory | elapsed |
              | --- | --- | --- | --- |
              """
                  .formatted(benchmark));
          operations.forEach((operation, pair) -> text.append(row(operation, pair)));
        });
    return text.toString();
  }

  /** Empty when only one of the pair was measured. */
  private static String row(Operation operation, Map<StudentBenchmark.By, RunResult> pair) {
    RunResult hand = pair.get(StudentBenchmark.By.HAND);
    RunResult store = pair.get(StudentBenchmark.By.STORE);
    if (hand == null || store == null) {
      return "";
    }
    return "| `%s` | %s | %s | %s |%n"
        .formatted(
            operation.title(),
            cell(processorMicros(hand), processorMicros(store), "µs"),
            cell(kilobytes(hand), kilobytes(store), "KB"),
            cell(hand.getPrimaryResult().getScore(), store.getPrimaryResult().getScore(), "µs"));
  }

  private static String cell(double hand, double store, String unit) {
    return String.format(Locale.ROOT, "%.0f → %.0f %s, × %.2f", hand, store, unit, store / hand);
  }

  private static double processorMicros(RunResult run) {
    return secondary(run, "nanos") / secondary(run, "calls") / 1000;
  }

  private static double kilobytes(RunResult run) {
    return secondary(run, "gc.alloc.rate.norm") / 1024;
  }

  private static double secondary(RunResult run, String name) {
    return requireNonNull(run.getSecondaryResults().get(name), name).getScore();
  }
}
