package dev.students.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.operations.CheckResult;
import dev.students.operations.FindingJson;
import dev.students.operations.TableCheck;
import dev.students.operations.TableExportFolder;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job's jar as a service runs it, by spark-submit and with Spark's own classes: an export of a
 * million items, in two cores that have 256 MB each.
 */
class JobJarIT {

  private static final int STUDENTS = Integer.getInteger("large.students", 333_300);
  private static final int DEFECTS = 100;
  private static final Pattern OURS =
      Pattern.compile("/dev/students/|/awssdk/|/[a-z]+-[a-z]+/target/");

  private final Path folder;

  JobJarIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void job_millionItemsInSmallHeap_findsThePlantedDefectsAsTheCommandDoes() throws Exception {
    Path export = folder.resolve("export");
    Path findings = folder.resolve("findings");
    long items;
    try (ExportWriter writer = ExportWriter.full(export, 16)) {
      PlantedDefects defects = new PlantedDefects(writer::item);
      defects.write(STUDENTS, DEFECTS);
      items = defects.items();
    }

    String out = timed("job", () -> submit(export, findings));
    List<String> command = new ArrayList<>();
    CheckResult result =
        timed(
            "command",
            () ->
                TableCheck.ofSnapshot(TableExportFolder.open(export))
                    .run(finding -> command.add(FindingJson.line(finding))));

    assertThat(result.items()).isEqualTo(items);
    assertThat(lines(findings)).hasSize(DEFECTS).isEqualTo(command.stream().sorted().toList());
    assertThat(out).contains("Read %,d items: the table is inconsistent.".formatted(items));
  }

  private String submit(Path export, Path findings) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.addAll(List.of(System.getProperty("spark.argLine").split(" ")));
    command.addAll(List.of("-cp", sparkClasses(), "org.apache.spark.deploy.SparkSubmit"));
    command.addAll(List.of("--master", "local[2]"));
    command.addAll(List.of("--conf", "spark.driver.host=127.0.0.1"));
    command.addAll(List.of("--conf", "spark.driver.bindAddress=127.0.0.1"));
    command.addAll(List.of("--conf", "spark.ui.enabled=false"));
    command.addAll(List.of("--conf", "spark.local.dir=" + folder.resolve("spark")));
    command.addAll(List.of("--class", CheckJob.class.getName(), System.getProperty("job.jar")));
    command.addAll(List.of("--export", export.toString(), "--findings", findings.toString()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
      String out = Files.readString(log, StandardCharsets.UTF_8);
      assertThat(process.exitValue()).as(out).isZero();
      return out;
    } finally {
      process.destroyForcibly();
    }
  }

  /** Without what the jar brings itself, which would be found first. */
  private static String sparkClasses() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .filter(entry -> !OURS.matcher(entry.replace(File.separatorChar, '/')).find())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static List<String> lines(Path findings) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> parts = Files.list(findings)) {
      for (Path part :
          parts.filter(it -> it.getFileName().toString().startsWith("part-")).toList()) {
        lines.addAll(Files.readAllLines(part));
      }
    }
    return lines.stream().sorted().toList();
  }

  private interface Work<T> {
    T run() throws Exception;
  }

  private static <T> T timed(String what, Work<T> work) throws Exception {
    long start = System.nanoTime();
    T result = work.run();
    System.out.printf("%s: %.1f s%n", what, (System.nanoTime() - start) / 1e9);
    return result;
  }
}
