package dev.students.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.RunResult;

/**
 * The results as ratios to the same requests by hand.
 *
 * @param results by benchmark, operation and way
 */
record Report(Map<String, Map<String, Map<String, Measured>>> results) {

  /**
   * What a ratio of memory is allowed to be in the short form. Times are no use there: they double
   * when something else runs on the machine, whereas memory stays within 0.06.
   */
  private static final double MOST_MEMORY = 1.2;

  private static final String HAND = StudentBenchmark.By.HAND.name();
  private static final String STORE = StudentBenchmark.By.STORE.name();
  private static final String ENHANCED = StudentBenchmark.By.ENHANCED.name();
  private static final String TUTORIAL = StudentBenchmark.By.TUTORIAL.name();

  static Report of(Collection<RunResult> runs) {
    Map<String, Map<String, Map<String, Measured>>> results = new TreeMap<>();
    for (RunResult run : runs) {
      if (run.getParams().getParamsKeys().contains("operation")) {
        Measured measured = Measured.of(run);
        results
            .computeIfAbsent(measured.benchmark(), name -> new LinkedHashMap<>())
            .computeIfAbsent(measured.operation(), name -> new TreeMap<>())
            .put(measured.by(), measured);
      }
    }
    return new Report(results);
  }

  List<Measured> all() {
    return results.values().stream()
        .flatMap(operations -> operations.values().stream())
        .flatMap(ways -> ways.values().stream())
        .toList();
  }

  /** A table for each benchmark. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    results.forEach(
        (benchmark, operations) -> {
          text.append(
              """

              %s: the store, as a multiple of the same requests by hand, of the Enhanced Client's and of the tutorial's

              | operation | processor time | memory | elapsed time | memory, of the Enhanced Client's | elapsed, of the Enhanced Client's | elapsed, of the tutorial's |
              | --- | --- | --- | --- | --- | --- | --- |
              """
                  .formatted(benchmark));
          operations.forEach((operation, ways) -> text.append(row(operation, ways)));
        });
    return text.toString();
  }

  private static String row(String operation, Map<String, Measured> ways) {
    return "| `%s` | %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            operation,
            text(ways, HAND, Measured::processorMicros),
            text(ways, HAND, Measured::kilobytes),
            text(ways, HAND, Measured::elapsedMicros),
            text(ways, ENHANCED, Measured::kilobytes),
            text(ways, ENHANCED, Measured::elapsedMicros),
            text(ways, TUTORIAL, Measured::elapsedMicros));
  }

  private static String text(
      Map<String, Measured> ways, String of, ToDoubleFunction<Measured> figure) {
    return isMeasured(ways, of)
        ? String.format(Locale.ROOT, "× %.2f", ratio(ways, of, figure))
        : "–";
  }

  private static boolean isMeasured(Map<String, Measured> ways, String of) {
    return ways.containsKey(STORE) && ways.containsKey(of);
  }

  private static double ratio(
      Map<String, Measured> ways, String of, ToDoubleFunction<Measured> figure) {
    return figure.applyAsDouble(requireNonNull(ways.get(STORE)))
        / figure.applyAsDouble(requireNonNull(ways.get(of)));
  }

  /** Ratios of the store to the hand that are out of their bounds by a wide margin. */
  List<String> outOfBounds() {
    List<String> wrong = new ArrayList<>();
    results.forEach(
        (benchmark, operations) ->
            operations.forEach(
                (operation, ways) -> {
                  if (isMeasured(ways, HAND)
                      && ratio(ways, HAND, Measured::kilobytes) > MOST_MEMORY) {
                    wrong.add(
                        String.format(
                            Locale.ROOT,
                            "%s allocates %.2f of the memory of the same requests by hand; allowed"
                                + " is %.2f",
                            operation,
                            ratio(ways, HAND, Measured::kilobytes),
                            MOST_MEMORY));
                  }
                }));
    return wrong;
  }

  /** The ratios of one figure of one benchmark, for a chart. */
  Map<String, Double> ratios(String benchmark, String of, ToDoubleFunction<Measured> figure) {
    Map<String, Double> ratios = new LinkedHashMap<>();
    results
        .getOrDefault(benchmark, Map.of())
        .forEach(
            (operation, ways) -> {
              if (isMeasured(ways, of)) {
                ratios.put(operation, ratio(ways, of, figure));
              }
            });
    return ratios;
  }
}
