package dev.students.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.operations.StudentListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as people have them, taken in by the command: what comes of each, also the second time. */
class ImportedFilesTest {

  private static final Pattern REFUSAL = Pattern.compile("\"line\":(\\d+),\"reason\":\"([^\"]+)\"");

  private final Path folder;

  ImportedFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @MethodSource({
    "dev.students.cli.FilesByForm#encodings",
    "dev.students.cli.FilesByForm#separators",
    "dev.students.cli.FilesByForm#lineBreaks",
    "dev.students.cli.FilesByForm#quotes",
    "dev.students.cli.FilesByForm#json",
    "dev.students.cli.FilesByOrigin#spreadsheets",
    "dev.students.cli.FilesByOrigin#schoolSoftware",
    "dev.students.cli.FilesByOrigin#databases",
    "dev.students.cli.FilesByOrigin#people"
  })
  void import_file_createsItsStudentsOnceAndCollectsTheOtherLines(ImportedFile file)
      throws IOException {
    Path path = Files.write(folder.resolve("class.csv"), file.bytes());
    Path rejected = folder.resolve("class.csv.rejected");
    try (OperatorsTable table = new OperatorsTable()) {
      Run run = table.run(command(path, file));

      assertThat(summary(run))
          .isEqualTo(summary(file, file.students().size(), file.alreadyThere()));
      assertThat(names(table)).containsExactlyInAnyOrderElementsOf(file.students());
      if (file.refused().isEmpty()) {
        assertThat(rejected).doesNotExist();
      } else {
        assertThat(rejected).hasBinaryContent(file.refusedLines());
      }
      assertThat(file.words()).noneMatch((run.out() + run.err())::contains);
      assertThat(table.run("check").exitCode()).isZero();
      var items = table.items();
      Run again = table.run(command(path, file));
      assertThat(summary(again))
          .isEqualTo(summary(file, 0, file.students().size() + file.alreadyThere()));
      assertThat(table.items()).isEqualTo(items);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.students.cli.FilesByForm#unusable")
  void import_unusableFile_endsWithTwoAndSaysWhatIsWrong(ImportedFile file) throws IOException {
    Path path = Files.write(folder.resolve("class.csv"), file.bytes());
    try (OperatorsTable table = new OperatorsTable()) {
      Run run = table.run(command(path, file));

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).startsWith(table.where() + "students: " + file.flaw());
      assertThat(file.words()).noneMatch((run.out() + run.err())::contains);
      assertThat(table.items()).isEmpty();
      assertThat(folder.toFile().list()).containsExactly("class.csv");
    }
  }

  private static String[] command(Path path, ImportedFile file) {
    return Stream.concat(
            Stream.of("import", path.toString(), "--output", "json"), file.options().stream())
        .toArray(String[]::new);
  }

  /** What the command says of a file: its exit code, its counts, and the lines that it refuses. */
  private record Summary(int exitCode, long created, long alreadyThere, List<String> refused) {}

  private static Summary summary(ImportedFile file, int created, int alreadyThere) {
    return new Summary(
        file.refused().isEmpty() ? 0 : 4,
        created,
        alreadyThere,
        file.refused().stream().map(it -> it.line() + " " + it.reason()).toList());
  }

  private static Summary summary(Run run) {
    return new Summary(
        run.exitCode(),
        number(run, "created"),
        number(run, "alreadyThere"),
        REFUSAL
            .matcher(run.out())
            .results()
            .map(line -> line.group(1) + " " + line.group(2))
            .toList());
  }

  private static long number(Run run, String member) {
    return Pattern.compile("\"" + member + "\":(\\d+)")
        .matcher(run.out())
        .results()
        .map(MatchResult::group)
        .map(text -> Long.parseLong(text.substring(text.indexOf(':') + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(run.toString()));
  }

  private static List<String> names(OperatorsTable table) {
    return StudentListing.create(OperatorsTable.CLIENT, table.name).first(100).students().stream()
        .map(it -> it.firstName().value() + " " + it.lastName().value())
        .toList();
  }
}
