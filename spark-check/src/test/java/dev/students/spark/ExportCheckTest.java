package dev.students.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.operations.CheckResult;
import dev.students.operations.FindingJson;
import dev.students.operations.FindingKind;
import dev.students.operations.TableCheck;
import dev.students.operations.TableExportException;
import dev.students.operations.TableExportFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job beside the command, on files of the form in which DynamoDB exports. */
class ExportCheckTest {

  private static final Pattern KIND_AND_KEY =
      Pattern.compile("\\{\"kind\":\"([^\"]+)\",.*\"key\":\"([^\"]+)\".*}");

  @SuppressWarnings("NullAway.Init")
  private static SparkSession spark;

  private final Path folder;

  ExportCheckTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void job_exportWithPlantedDefects_findsThemAndNothingElseAsTheCommandDoes() {
    List<String> expected = new ArrayList<>();
    try (ExportWriter export = ExportWriter.full(folder.resolve("export"), 5)) {
      PlantedDefects defects = new PlantedDefects(export::item);
      defects.write(500, 50);
      expected.addAll(defects.expected());
    }

    CheckResult result = job();

    assertThat(kindsAndKeys()).isEqualTo(expected).hasSize(50);
    assertThat(findings()).isEqualTo(commandFindings());
    assertThat(result).isEqualTo(commandResult());
  }

  @Test
  void job_fullAndIncrementalExport_judgesWhatItemsHaveBecome() {
    try (ExportWriter full = ExportWriter.full(folder.resolve("export"), 3)) {
      full.item(TestItem.student("mended", "mended@x.example", 0));
      full.item(TestItem.student("moved", "before@x.example", 5));
      full.item(TestItem.award("moved", "one", 5));
      full.item(TestItem.reservation("before@x.example", "moved"));
      full.item(TestItem.student("gone", "gone@x.example", 0));
      full.item(TestItem.reservation("gone@x.example", "gone"));
    }
    try (ExportWriter changes = ExportWriter.incremental(folder.resolve("export"))) {
      changes.changed(TestItem.reservation("mended@x.example", "mended"));
      changes.changed(TestItem.student("moved", "after@x.example", 5));
      changes.removed(TestItem.reservation("before@x.example", "moved"));
      changes.removed(TestItem.student("gone", "gone@x.example", 0));
    }

    CheckResult result = job();

    assertThat(kindsAndKeys())
        .containsExactly(
            "reservation-without-student email#…", "student-without-reservation student#moved");
    assertThat(result)
        .isEqualTo(
            new CheckResult(
                5,
                Map.of(
                    FindingKind.RESERVATION_WITHOUT_STUDENT, 1L,
                    FindingKind.STUDENT_WITHOUT_RESERVATION, 1L)));
    assertThat(result).isEqualTo(commandResult());
  }

  @Test
  void job_soundExport_writesNoFinding() {
    try (ExportWriter export = ExportWriter.full(folder.resolve("export"), 2)) {
      new PlantedDefects(export::item).write(20, 0);
    }

    assertThat(job()).isEqualTo(new CheckResult(60, Map.of()));
    assertThat(findings()).isEmpty();
  }

  @Test
  void job_damagedFile_failsAndWritesNothing() throws IOException {
    try (ExportWriter export = ExportWriter.full(folder.resolve("export"), 2)) {
      new PlantedDefects(export::item).write(20, 0);
    }
    Path damaged = folder.resolve("export/prefix/AWSDynamoDB/01-full/data/01-full-1.json.gz");
    byte[] bytes = Files.readAllBytes(damaged);
    Files.write(damaged, Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(this::job)
        .hasStackTraceContaining(TableExportException.class.getName())
        .hasStackTraceContaining("01-full-1.json.gz is incomplete");
    assertThat(folder.resolve("findings/_SUCCESS")).doesNotExist();
  }

  @Test
  void job_noFullExport_isRefused() throws IOException {
    Files.createDirectories(folder.resolve("export"));

    assertThatThrownBy(this::job)
        .isInstanceOf(TableExportException.class)
        .hasMessageContaining("no full export");
  }

  private CheckResult job() {
    return new ExportCheck(spark)
        .run(folder.resolve("export").toString(), folder.resolve("findings").toString());
  }

  private List<String> findings() {
    try (Stream<Path> parts = Files.list(folder.resolve("findings"))) {
      List<String> lines = new ArrayList<>();
      for (Path part :
          parts.filter(it -> it.getFileName().toString().startsWith("part-")).toList()) {
        lines.addAll(Files.readAllLines(part));
      }
      return lines.stream().sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> kindsAndKeys() {
    return findings().stream()
        .map(KIND_AND_KEY::matcher)
        .filter(Matcher::matches)
        .map(line -> line.group(1) + " " + line.group(2))
        .sorted()
        .toList();
  }

  private List<String> commandFindings() {
    List<String> lines = new ArrayList<>();
    command().run(finding -> lines.add(FindingJson.line(finding)));
    return lines.stream().sorted().toList();
  }

  private CheckResult commandResult() {
    return command().run(finding -> {});
  }

  private TableCheck command() {
    return TableCheck.ofSnapshot(TableExportFolder.open(folder.resolve("export")));
  }
}
