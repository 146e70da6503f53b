package dev.students.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.data.StudentId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TableExportFolderTest {

  private final Path folder;

  TableExportFolderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void check_exportWithPlantedDefects_findsExactlyThem() {
    try (TestTable table = new TestTable()) {
      table.fill(300);
      List<Finding> planted = Defects.plant(table);
      new ExportFolder(folder).full(table, "2026-01-02T00:00:00Z");
      List<Finding> found = new ArrayList<>();

      TableExportFolder export = TableExportFolder.open(folder);
      CheckResult result = TableCheck.ofSnapshot(export).run(found::add);

      assertThat(found).containsExactlyInAnyOrderElementsOf(planted);
      assertThat(result.items()).isEqualTo(table.items().size()).isEqualTo(export.items());
    }
  }

  @Test
  void read_fullAndIncrementalExports_equalsTheTable() {
    try (TestTable table = new TestTable()) {
      table.fill(50);
      table.create("ada", "ada@x.example");
      table.create("bob", "bob@x.example");
      ExportFolder exports = new ExportFolder(folder);
      exports.full(table, "2026-01-02T00:00:00Z");
      Map<String, Map<String, AttributeValue>> first = table.items();
      table.store.erase(StudentId.of("ada"));
      table.award("bob", "essay", 5);
      Map<String, Map<String, AttributeValue>> second = table.items();
      exports.incremental("02", "2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z", first, second);
      table.create("ada", "ada@x.example");
      exports.incremental(
          "03", "2026-01-03T00:00:00Z", "2026-01-04T00:00:00Z", second, table.items());

      Map<String, Map<String, AttributeValue>> read = new TreeMap<>();
      TableExportFolder.open(folder)
          .forEach(
              item -> read.put(ItemKey.of(item).partition() + "/" + ItemKey.of(item).sort(), item),
              ProgressListener.NONE);

      assertThat(read).isEqualTo(table.items());
    }
  }

  @Test
  void export_fromAnS3Export_equalsTheExportFromTheTable() {
    try (TestTable table = new TestTable()) {
      table.fill(20);
      new ExportFolder(folder).full(table, "2026-01-02T00:00:00Z");

      assertThat(lines(TableExportFolder.open(folder)))
          .containsExactlyInAnyOrderElementsOf(lines(table.reader()));
    }
  }

  @Test
  void open_incompleteExport_isRefused() throws IOException {
    assertThatThrownBy(() -> TableExportFolder.open(folder))
        .isInstanceOf(TableExportException.class)
        .hasMessageContaining("no full export");
    try (TestTable table = new TestTable()) {
      table.fill(20);
      ExportFolder exports = new ExportFolder(folder);
      exports.full(table, "2026-01-02T00:00:00Z");
      exports.incremental(
          "03", "2026-01-03T00:00:00Z", "2026-01-04T00:00:00Z", Map.of(), table.items());
      assertThatThrownBy(() -> TableExportFolder.open(folder))
          .hasMessage(
              "No export in the folder has the changes from 2026-01-02T00:00:00Z to"
                  + " 2026-01-03T00:00:00Z");
      exports.incremental(
          "02", "2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z", Map.of(), table.items());
      cutFirstFile();
      TableExportFolder cut = TableExportFolder.open(folder);
      assertThatThrownBy(() -> cut.forEach(item -> {}, ProgressListener.NONE))
          .isInstanceOf(TableExportException.class)
          .hasMessageContaining("incomplete");
    }
  }

  @Test
  void read_fileDiffersFromItsManifest_isRefused() throws IOException {
    try (TestTable table = new TestTable()) {
      table.fill(20);
      new ExportFolder(folder).full(table, "2026-01-02T00:00:00Z");
      Path manifest = listOfFiles();
      String whole = Files.readString(manifest);

      for (String other :
          List.of(
              whole.replaceFirst("(?s)(:)(\\d+)(.*\"itemCount\":)(\\d+)", "$1$4$3$2"),
              whole.replaceFirst("\"md5Checksum\":\".", "\"md5Checksum\":\"-"))) {
        Files.writeString(manifest, other);
        TableExportFolder export = TableExportFolder.open(folder);

        assertThatThrownBy(() -> export.forEach(item -> {}, ProgressListener.NONE))
            .isInstanceOf(TableExportException.class)
            .hasMessageContaining("differs from its manifest: copy it again");
      }
    }
  }

  /**
   * As DynamoDB writes it for an empty partition.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html">DynamoDB
   *     table export output format</a>
   */
  @Test
  void read_emptyFileOfAnEmptyPartition_isWhole() throws IOException {
    try (TestTable table = new TestTable()) {
      table.fill(20);
      new ExportFolder(folder).full(table, "2026-01-02T00:00:00Z");
      Path empty = listOfFiles().resolveSibling("data/empty.json.gz");
      Files.createFile(empty);
      Files.writeString(
          listOfFiles(),
          """
          {"itemCount":0,"md5Checksum":"1B2M2Y8AsgTpgAmY7PhCfg==","dataFileS3Key":"data/empty.json.gz"}
          """,
          StandardOpenOption.APPEND);

      assertThat(lines(TableExportFolder.open(folder)))
          .containsExactlyInAnyOrderElementsOf(lines(table.reader()));
    }
  }

  @Test
  void read_emptyFileWithItemsInItsManifest_isRefused() throws IOException {
    try (TestTable table = new TestTable()) {
      table.fill(20);
      new ExportFolder(folder).full(table, "2026-01-02T00:00:00Z");
      Files.write(firstFile(), new byte[0]);
      TableExportFolder export = TableExportFolder.open(folder);

      assertThatThrownBy(() -> export.forEach(item -> {}, ProgressListener.NONE))
          .isInstanceOf(TableExportException.class)
          .hasMessageContaining("differs from its manifest: copy it again");
    }
  }

  @Test
  void open_listOfFilesCut_isRefused() throws IOException {
    try (TestTable table = new TestTable()) {
      table.fill(20);
      new ExportFolder(folder).full(table, "2026-01-02T00:00:00Z");
      Path manifest = listOfFiles();
      List<String> files = Files.readAllLines(manifest);

      for (List<String> cut : List.of(files.subList(0, 2), List.<String>of())) {
        Files.write(manifest, cut);

        assertThatThrownBy(() -> TableExportFolder.open(folder))
            .isInstanceOf(TableExportException.class)
            .hasMessage("The export's manifest-files.json differs from its summary: copy it again");
      }
    }
  }

  @Test
  void open_exportsOfSeveralTables_isRefused() {
    try (TestTable students = new TestTable();
        TestTable others = new TestTable()) {
      new ExportFolder(folder).full("01", students, "2026-01-02T00:00:00Z");
      new ExportFolder(folder).full("02", others, "2026-01-03T00:00:00Z");

      assertThatThrownBy(() -> TableExportFolder.open(folder))
          .isInstanceOf(TableExportException.class)
          .hasMessage(
              "The folder has exports of several tables: keep those of each table in a folder of"
                  + " their own");
    }
  }

  @Test
  void open_numberOrTimeInvalid_isRefused() throws IOException {
    try (TestTable table = new TestTable()) {
      table.fill(2);
      new ExportFolder(folder).full(table, "yesterday");
      assertThatThrownBy(() -> TableExportFolder.open(folder))
          .isInstanceOf(TableExportException.class)
          .hasMessage("The exportTime in a manifest of the export is not a time");
      new ExportFolder(folder).full(table, "2026-01-02T00:00:00Z");
      Path manifest = listOfFiles();
      Files.writeString(
          manifest,
          Files.readString(manifest).replaceAll("\"itemCount\":\\d+", "\"itemCount\":1.5"));

      assertThatThrownBy(() -> TableExportFolder.open(folder))
          .isInstanceOf(TableExportException.class)
          .hasMessage("The itemCount in a manifest of the export is not a whole number");
    }
  }

  private void cutFirstFile() throws IOException {
    Path first = firstFile();
    byte[] bytes = Files.readAllBytes(first);
    Files.write(first, Arrays.copyOf(bytes, bytes.length / 2));
  }

  private Path firstFile() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".gz"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<String> lines(ItemSource source) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StudentExport.of(source, RecordFormat.CSV).withAwards().run(out);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** Of the export that {@link ExportFolder#full} writes. */
  private Path listOfFiles() {
    return folder.resolve("prefix/AWSDynamoDB/01-full/manifest-files.json");
  }
}
