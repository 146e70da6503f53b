package dev.students.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the time of a build goes, from the summary at the end of Maven's log. With several threads
 * the modules' times add up to more than the clock's.
 */
final class RunTimes {

  private static final String RUN = "run";
  private static final String MODULE = "module";
  private static final String SECONDS = "seconds";
  private static final Pattern SUMMARY =
      Pattern.compile("\\[INFO\\] (.+?) \\.* SUCCESS \\[ *(?:(\\d+):)?([\\d.]+) (?:s|min)\\]");

  private RunTimes() {}

  /** Reads logs. */
  static Measurements of(Map<String, Path> logs) throws IOException {
    List<Measured> all = new ArrayList<>();
    for (Map.Entry<String, Path> log : logs.entrySet()) {
      for (String line : Files.readAllLines(log.getValue())) {
        Matcher module = SUMMARY.matcher(line);
        if (module.find()) {
          double minutes = module.group(2) == null ? 0 : Double.parseDouble(module.group(2));
          all.add(
              new Measured(
                  Map.of(RUN, log.getKey(), MODULE, module.group(1)),
                  Map.of(SECONDS, 60 * minutes + Double.parseDouble(module.group(3)))));
        }
      }
    }
    return new Measurements(all);
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
          new BarChart("Share of " + run + ", by module", shares(measured.where(RUN, run))).svg());
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
        .forEach(each -> shares.put(each.label(MODULE), each.figure(SECONDS) / all));
    return shares;
  }
}
