package dev.students.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.students.docs.internal.DocumentationCommand;
import io.cucumber.core.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand scenarios in twenty runs, made of one real run of a thousand scenarios. */
class ScaleTest {

  private static final int FEATURES = 50;
  private static final int RULES = 4;
  private static final int SCENARIOS = 5;
  private static final int RUNS = 20;

  @Test
  void site_ofAThousandScenariosInTwentyRuns_needsAtMost512MegabytesAndTenSeconds(
      @TempDir Path folder) throws IOException, InterruptedException {
    Path runs = runs(folder);
    Path out = folder.resolve("site");
    Path log = folder.resolve("log");

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                MeasuredMain.class.getName(),
                "--runs",
                runs.toString(),
                "--out",
                out.toString())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(log.toFile()))
            .start();
    boolean ended = process.waitFor(4, TimeUnit.MINUTES);
    process.destroyForcibly();

    String said = Files.readString(log);
    assertThat(ended).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).contains("52 pages", "200 rules; 1000 scenarios: all that was run passed");
    // Of the processor, not of the clock: other work on this machine must not decide.
    assertThat(MeasuredMain.cpuSeconds(said)).as(said).isLessThan(10);
    String page = Files.readString(out.resolve("feature-0.html"));
    assertThat(page).contains("passed&nbsp;20×".replace("&nbsp;", "<span>&nbsp;") + "</span>");
    System.out.println(said.strip());
  }

  private static Path runs(Path folder) throws IOException {
    Path features = Files.createDirectories(folder.resolve("features"));
    for (int i = 0; i < FEATURES; i++) {
      Files.writeString(features.resolve("feature-" + i + ".feature"), feature(i));
    }
    Path messages = folder.resolve("messages.ndjson");
    System.setProperty("cucumber.publish.quiet", "true");
    Main.run(
        new String[] {
          "--plugin",
          "message:" + messages,
          "--no-summary",
          "--glue",
          "dev.students.docs.library",
          features.toUri().toString()
        },
        ScaleTest.class.getClassLoader());
    Path runs = folder.resolve("runs");
    Instant first = Instant.parse("2026-10-01T08:00:00Z");
    for (int i = 0; i < RUNS; i++) {
      Path run = Files.createDirectories(runs.resolve("run-" + i));
      Files.createLink(run.resolve("messages.ndjson"), messages);
      String time = first.plus(i, ChronoUnit.DAYS).toString();
      Files.writeString(run.resolve("run.json"), Fixture.facts("shelf", time, "commit" + i));
    }
    return runs;
  }

  private static String feature(int number) {
    return "Feature: Shelf %d%n".formatted(number)
        + IntStream.range(0, RULES).mapToObj(ScaleTest::rule).collect(Collectors.joining());
  }

  private static String rule(int number) {
    return "  Rule: Order %d is kept%n".formatted(number)
        + IntStream.range(0, SCENARIOS)
            .mapToObj(
                i ->
                    """
                        Scenario: Asha borrows book %d
                          Given the library has these books
                            | title | copies |
                            | Momo  | 2      |
                          When Asha borrows "Momo"
                          And Ben borrows "Momo"
                          Then the shelf has 0 copies of "Momo"
                    """
                        .formatted(i))
            .collect(Collectors.joining());
  }

  /** The main class, saying how much time of the processor it took. */
  static final class MeasuredMain {

    private static final String SECONDS = "processor seconds: ";

    public static void main(String... arguments) {
      long started = System.nanoTime();
      PrintWriter out = new PrintWriter(System.out, true, UTF_8);
      int status = DocumentationCommand.run(arguments, out, out);
      long cpu =
          Objects.requireNonNull(
                  java.lang.management.ManagementFactory.getPlatformMXBean(
                      com.sun.management.OperatingSystemMXBean.class))
              .getProcessCpuTime();
      System.out.printf("wall seconds: %.1f%n", (System.nanoTime() - started) / 1e9);
      System.out.printf("%s%.1f%n", SECONDS, cpu / 1e9);
      System.exit(status);
    }

    static double cpuSeconds(String said) {
      return said.lines()
          .filter(line -> line.startsWith(SECONDS))
          .mapToDouble(line -> Double.parseDouble(line.substring(SECONDS.length())))
          .findFirst()
          .orElseThrow();
    }
  }
}
