package dev.students.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a run and their seconds, from what the run printed: the summary of Maven's log, or
 * the output of {@code ./acceptance} under the shell's {@code time}. With several threads the times
 * of Maven's modules add up to more than the clock's.
 */
final class RunLog {

  private static final Pattern MODULE =
      Pattern.compile("\\[INFO\\] (.+?) \\.* SUCCESS \\[ *(?:(\\d+):)?([\\d.]+) (?:s|min)\\]");
  private static final Pattern STEP = Pattern.compile("([A-Z].*): ([\\d.]+) s");
  private static final Pattern VERDICT =
      Pattern.compile("\\d+ scenarios?, .* ([\\d.]+) s, of which scenarios ([\\d.]+) s\\.");
  private static final Pattern REAL = Pattern.compile("real\\s+(\\d+)m([\\d.]+)s");
  private static final String BUILDING = "Building";

  private final Map<String, Double> parts = new LinkedHashMap<>();
  private double run;

  private RunLog() {}

  static Map<String, Double> parts(List<String> lines) {
    RunLog log = new RunLog();
    lines.forEach(log::read);
    return log.parts;
  }

  private void read(String line) {
    Matcher module = MODULE.matcher(line);
    Matcher step = STEP.matcher(line);
    Matcher verdict = VERDICT.matcher(line);
    Matcher real = REAL.matcher(line);
    if (module.find()) {
      String minutes = module.group(2) == null ? "0" : module.group(2);
      parts.put(module.group(1), seconds(minutes, module.group(3)));
    } else if (step.matches()) {
      parts.put(step.group(1), Double.parseDouble(step.group(2)));
    } else if (verdict.matches()) {
      run = Double.parseDouble(verdict.group(1));
      parts.put("Scenarios", Double.parseDouble(verdict.group(2)));
      parts.put("Discovering scenarios, cleaning up", run - sum() + built());
    } else if (real.matches() && run > 0) {
      double rest = seconds(real.group(1), real.group(2)) - run - built();
      parts.put("Starting the JVM, writing reports", rest);
    }
  }

  private double sum() {
    return parts.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** A build precedes the run, which does not count it. */
  private double built() {
    return parts.getOrDefault(BUILDING, 0.0);
  }

  private static double seconds(String minutes, String seconds) {
    return 60 * Double.parseDouble(minutes) + Double.parseDouble(seconds);
  }
}
