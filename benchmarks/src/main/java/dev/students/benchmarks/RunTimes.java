package dev.students.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where the time of a run goes: its parts' shares, and a chart of them for each run. */
final class RunTimes {

  private static final String RUN = "run";
  private static final String PART = "part";
  private static final String SECONDS = "seconds";
  private static final String BY_WORK = ", by work";

  private RunTimes() {}

  /** Reads logs. */
  static Measurements of(Map<String, Path> logs) throws IOException {
    List<Measured> all = new ArrayList<>();
    for (Map.Entry<String, Path> log : logs.entrySet()) {
      List<String> lines = Files.readAllLines(log.getValue());
      Map<String, Double> parts = RunLog.parts(lines);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException(log.getValue() + " tells no times of its parts");
      }
      add(all, log.getKey(), parts);
      add(all, log.getKey() + BY_WORK, BuildLog.parts(lines));
    }
    return new Measurements(all);
  }

  /** These runs, and those of the others that these do not tell anew. */
  static Measurements with(Measurements runs, Measurements others) {
    List<Measured> all = new ArrayList<>();
    Set<String> logs = new LinkedHashSet<>();
    Stream.of(others, runs)
        .flatMap(each -> each.all().stream())
        .map(RunTimes::log)
        .forEach(logs::add);
    for (String log : logs) {
      List<Measured> anew = of(log, runs);
      all.addAll(anew.isEmpty() ? of(log, others) : anew);
    }
    return new Measurements(all);
  }

  private static List<Measured> of(String log, Measurements runs) {
    return runs.all().stream().filter(each -> log(each).equals(log)).toList();
  }

  private static String log(Measured each) {
    return each.label(RUN).replace(BY_WORK, "");
  }

  private static void add(List<Measured> all, String run, Map<String, Double> parts) {
    parts.forEach(
        (part, seconds) ->
            all.add(new Measured(Map.of(RUN, run, PART, part), Map.of(SECONDS, seconds))));
  }

  static String section(Measurements measured) {
    StringBuilder text = new StringBuilder();
    for (String run : measured.values(RUN)) {
      Map<String, Double> shares = shares(measured.where(RUN, run));
      Map.Entry<String, Double> largest =
          shares.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
      text.append(
          String.format(
              Locale.ROOT,
              "%n`%s`: the largest part, %.0f %%, is %s.%n%n![Where the time of %s"
                  + " goes](performance/%s.svg)%n",
              run,
              100 * largest.getValue(),
              largest.getKey(),
              run,
              chart(run)));
    }
    return text.toString();
  }

  static Map<String, String> charts(Measurements measured) {
    Map<String, String> charts = new LinkedHashMap<>();
    for (String run : measured.values(RUN)) {
      charts.put(
          chart(run),
          new BarChart("Share of the time of " + run, shares(measured.where(RUN, run))).svg());
    }
    return charts;
  }

  private static String chart(String run) {
    return "run-" + run.replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(Locale.ROOT);
  }

  private static Map<String, Double> shares(Measurements run) {
    double all = run.all().stream().mapToDouble(each -> each.figure(SECONDS)).sum();
    Map<String, Double> shares = new LinkedHashMap<>();
    run.all().stream()
        .filter(each -> each.figure(SECONDS) > all / 100)
        .forEach(each -> shares.put(each.label(PART), each.figure(SECONDS) / all));
    return shares;
  }
}
