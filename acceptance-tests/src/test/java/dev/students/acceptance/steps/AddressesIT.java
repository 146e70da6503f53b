package dev.students.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.RunId;
import dev.students.docs.LivingDocumentation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real addresses of the scenarios' students have a domain that occurs in no feature, so no
 * output of a run may contain it.
 */
class AddressesIT {

  private static final Path TARGET = Path.of("acceptance-tests", "target");
  private static final Pattern DOMAIN = Pattern.compile("\\.run-\\d{4}-\\d{6}-[0-9a-f]{4}\\.");

  @Test
  void runs_addressesOfStudents_areInNoReportManifestOrPage(@TempDir Path folder)
      throws IOException {
    RunId run = RunId.startedAt(Instant.now());
    People people = new People(run, "01-joining-7", Manifest.of(folder, run));
    assertThat(people.anyAddress().value()).containsPattern(DOMAIN);
    LivingDocumentation.of(TARGET.resolve("runs")).writeTo(folder.resolve("site"));

    List<Path> left =
        Stream.of(latestRun(), TARGET.resolve("failsafe-reports"), folder)
            .flatMap(AddressesIT::files)
            .toList();

    assertThat(left)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            file ->
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContainPattern(DOMAIN));
  }

  private static Path latestRun() {
    try (Stream<Path> runs = Files.list(TARGET.resolve("runs"))) {
      return runs.max(Comparator.comparing(run -> run.resolve("run.json").toFile().lastModified()))
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
