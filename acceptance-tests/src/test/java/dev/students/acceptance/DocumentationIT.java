package dev.students.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.docs.LivingDocumentation;
import dev.students.docs.Site;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The living documentation of the run of {@link ScenariosIT}. */
class DocumentationIT {

  @Test
  void documentation_runsInTwoEnvironments_isSmallAndFast(@TempDir Path folder) throws IOException {
    Path runs = folder.resolve("runs");
    Path run = latestRun();
    String facts = Files.readString(run.resolve("run.json"));
    for (String environment : List.of("embedded", "another")) {
      Path copy = Files.createDirectories(runs.resolve(environment));
      Files.copy(run.resolve("messages.ndjson"), copy.resolve("messages.ndjson"));
      Files.writeString(
          copy.resolve("run.json"), facts.replace("\"embedded\"", '"' + environment + '"'));
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();

    Site site = LivingDocumentation.of(runs).writeTo(folder.resolve("site"));

    // Processor time, because elapsed time depends on other work on the machine.
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before))
        .isLessThan(Duration.ofSeconds(2));
    assertThat(site.bytes()).isLessThan(500_000);
    try (Stream<Path> files = Files.walk(folder.resolve("site"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".html")))
          .isNotEmpty()
          .allSatisfy(page -> assertThat(Files.size(page)).isLessThan(100_000));
    }
  }

  @Test
  void documentation_featuresNamedByClassPathAndByFile_haveOnePageEach(@TempDir Path folder)
      throws IOException {
    Path runs = folder.resolve("runs");
    String byFile = Path.of("acceptance-tests/src/test/resources/features").toUri().toString();
    copyLatestRun(runs.resolve("by-class-path"), byFile, "classpath:features/");
    LivingDocumentation.of(runs).writeTo(folder.resolve("one"));
    copyLatestRun(runs.resolve("by-file"), "classpath:features/", byFile);
    LivingDocumentation.of(runs).writeTo(folder.resolve("both"));

    assertThat(pages(folder.resolve("both"))).isEqualTo(pages(folder.resolve("one")));
  }

  private static void copyLatestRun(Path run, String from, String to) throws IOException {
    Files.createDirectories(run);
    Files.copy(latestRun().resolve("run.json"), run.resolve("run.json"));
    String messages = Files.readString(latestRun().resolve("messages.ndjson"));
    Files.writeString(run.resolve("messages.ndjson"), messages.replace(from, to));
  }

  private static List<String> pages(Path site) throws IOException {
    try (Stream<Path> files = Files.list(site)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".html"))
          .sorted()
          .toList();
    }
  }

  private static Path latestRun() throws IOException {
    try (Stream<Path> runs = Files.list(Path.of("acceptance-tests/target/runs"))) {
      return runs.max(Comparator.comparing(run -> run.resolve("run.json").toFile().lastModified()))
          .orElseThrow();
    }
  }
}
