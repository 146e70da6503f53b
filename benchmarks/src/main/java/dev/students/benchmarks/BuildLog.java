package dev.students.benchmarks;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Maven does with the time of a build by one thread, from a log whose lines begin with the
 * time: the time is downloading as long as a file is on its way, and else belongs to the plugin
 * that works.
 */
final class BuildLog {

  private static final Pattern LINE =
      Pattern.compile("(\\d\\d):(\\d\\d):(\\d\\d\\.\\d+) \\[INFO\\] (.*)");
  private static final Pattern PLUGIN = Pattern.compile("--- (\\S+?):.* @ .* ---");
  private static final Pattern DOWNLOAD = Pattern.compile("Download(ing|ed) from \\S+: (\\S+).*");
  private static final int SECONDS_OF_A_DAY = 24 * 60 * 60;
  private static final String DOWNLOADING = "Downloading";
  private static final String OTHER = "Everything else of Maven";
  private static final Map<String, String> WORK =
      Map.of(
          "maven-compiler-plugin", "Compiling",
          "jte-maven-plugin", "Compiling",
          "exec-maven-plugin", "Synthesizing the stacks",
          "maven-jar-plugin", "Packaging",
          "maven-shade-plugin", "Packaging");

  private final Map<String, Double> parts = new LinkedHashMap<>();
  private final Set<String> onTheirWay = new HashSet<>();
  private String work = OTHER;
  private double last = -1;

  private BuildLog() {}

  /** Nothing of a log without times or downloads. */
  static Map<String, Double> parts(List<String> lines) {
    BuildLog log = new BuildLog();
    lines.forEach(log::read);
    return log.parts.containsKey(DOWNLOADING) ? log.parts : Map.of();
  }

  private void read(String line) {
    Matcher timed = LINE.matcher(line);
    if (!timed.find()) {
      return;
    }
    double now =
        60.0 * (60 * Integer.parseInt(timed.group(1)) + Integer.parseInt(timed.group(2)))
            + Double.parseDouble(timed.group(3));
    if (last >= 0) {
      // Lines of several threads are out of order by milliseconds; the clock starts anew at
      // midnight.
      boolean midnight = last - now > SECONDS_OF_A_DAY / 2.0;
      double passed = midnight ? now + SECONDS_OF_A_DAY - last : Math.max(0, now - last);
      parts.merge(onTheirWay.isEmpty() ? work : DOWNLOADING, passed, Double::sum);
      last = midnight ? now : Math.max(last, now);
    } else {
      last = now;
    }
    note(timed.group(4));
  }

  private void note(String said) {
    Matcher download = DOWNLOAD.matcher(said);
    Matcher plugin = PLUGIN.matcher(said);
    if (download.matches()) {
      if (download.group(1).equals("ing")) {
        onTheirWay.add(download.group(2));
      } else {
        onTheirWay.remove(download.group(2));
      }
      return;
    }
    // What was asked for and not found is not on its way any more.
    onTheirWay.clear();
    if (plugin.matches()) {
      work = WORK.getOrDefault(plugin.group(1), OTHER);
    } else if (said.startsWith("Building ") || said.startsWith("Reactor Summary")) {
      work = OTHER;
    }
  }
}
