package dev.students.benchmarks;

import dev.students.local.LocalDynamoDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures and publishes, or checks:
 *
 * <ul>
 *   <li>{@code --publish FOLDER [--parts NAME,NAME] [--seconds N]}: measures the parts, by default
 *       all but that of a million students, beside a DynamoDB Local in this process, in N seconds
 *       altogether; writes the figures and charts into the folder, and the sections into the page
 *       of its name beside it
 *   <li>{@code --publish FOLDER --logs NAME=FILE,NAME=FILE}: makes the section about where a run's
 *       time goes from Maven's logs of such runs
 *   <li>{@code --check}: the short form, a minute, which fails when a ratio is far out of its
 *       bounds
 * </ul>
 */
public final class Benchmarks {

  /** The parts, in the order of the page, and how many seconds each takes by default. */
  private static final Map<Part, Integer> PARTS = parts();

  private static final int SECONDS = 805;

  private Benchmarks() {}

  private static Map<Part, Integer> parts() {
    Map<Part, Integer> parts = new LinkedHashMap<>();
    parts.put(new LibraryPart(), 225);
    parts.put(new RequestsPart(), 170);
    parts.put(new ClientsPart(), 120);
    parts.put(new StartPart(), 85);
    parts.put(new GrowthPart(), 110);
    parts.put(new ThrottlingPart(), 15);
    parts.put(new TruncationPart(), 80);
    parts.put(new MillionPart(), 1000);
    return parts;
  }

  static Part part(String name) {
    return PARTS.keySet().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no part " + name));
  }

  /** The program. */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> given = List.of(args);
    if (given.contains("--check")) {
      List<String> wrong = ShortForm.outOfBounds();
      wrong.forEach(System.out::println);
      System.exit(wrong.isEmpty() ? 0 : 1);
    }
    Path folder = Path.of(option(given, "--publish", "target/performance")).toAbsolutePath();
    if (given.contains("--logs")) {
      Measurements runs = RunTimes.of(logs(option(given, "--logs", "")));
      Path published = folder.resolve("runs.json");
      if (Files.exists(published)) {
        runs = RunTimes.with(runs, Measurements.published(published));
      }
      write(folder, "runs", runs, RunTimes.section(runs), RunTimes.charts(runs));
      return;
    }
    List<String> wanted = List.of(option(given, "--parts", "").split(",", -1));
    double scale =
        Double.parseDouble(option(given, "--seconds", Integer.toString(SECONDS))) / SECONDS;
    publish(folder.normalize(), wanted, scale);
    System.exit(0);
  }

  private static String option(List<String> given, String name, String otherwise) {
    int at = given.indexOf(name);
    return at < 0 ? otherwise : given.get(at + 1);
  }

  private static void publish(Path folder, List<String> wanted, double scale)
      throws IOException, InterruptedException {
    try (LocalDynamoDb local = LocalDynamoDb.inMemory()) {
      for (Map.Entry<Part, Integer> each : PARTS.entrySet()) {
        Part part = each.getKey();
        boolean byDefault = wanted.contains("") && !(part instanceof MillionPart);
        if (byDefault || wanted.contains(part.name())) {
          long start = System.nanoTime();
          Setting setting =
              new Setting(
                  local.endpoint(),
                  folder.resolve("../..").normalize(),
                  Duration.ofMillis((long) (each.getValue() * scale * 1000)));
          Measurements measured = PartProcess.measure(part, setting);
          write(folder, part.name(), measured, part.section(measured), part.charts(measured));
          System.out.printf(
              "%s took %d s of %d%n%n",
              part.name(),
              Duration.ofNanos(System.nanoTime() - start).toSeconds(),
              setting.time().toSeconds());
        }
      }
    }
  }

  private static void write(
      Path folder, String name, Measurements measured, String section, Map<String, String> charts)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name + ".json"), measured.document(Machine.description()));
    for (Map.Entry<String, String> chart : charts.entrySet()) {
      Files.writeString(folder.resolve(chart.getKey() + ".svg"), chart.getValue());
    }
    Path page = folder.resolveSibling(folder.getFileName() + ".md");
    if (Files.exists(page)) {
      Files.writeString(page, new Page(Files.readString(page)).with(name, section).text());
    }
    System.out.printf("%n%s%n", section);
  }

  /** Logs as {@code NAME=FILE,NAME=FILE}. */
  private static Map<String, Path> logs(String given) {
    Map<String, Path> logs = new LinkedHashMap<>();
    for (String each : given.split(",", -1)) {
      int equals = each.indexOf('=');
      logs.put(each.substring(0, equals), Path.of(each.substring(equals + 1)));
    }
    return logs;
  }
}
