package dev.students.acceptance.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.acceptance.internal.workspace.ProjectLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldRunsTest {

  private final ProjectLayout layout;

  OldRunsTest(@TempDir Path root) {
    this.layout = new ProjectLayout(root);
  }

  @Test
  void prune_manyRuns_keepsTheLatestTwentyFinishedAndTwentyInterrupted() throws IOException {
    for (int i = 0; i < 30; i++) {
      finished("finished", i);
      interrupted("interrupted", i);
    }

    assertThat(new OldRuns(layout).prune()).isTrue();

    assertThat(names("finished"))
        .hasSize(20)
        .doesNotContain("finished-109")
        .contains("finished-110");
    assertThat(names("interrupted"))
        .hasSize(20)
        .doesNotContain("interrupted-109")
        .contains("interrupted-110");
  }

  @Test
  void prune_runWithManifest_keepsItsLogs() throws IOException {
    for (int i = 0; i < 25; i++) {
      interrupted("interrupted", i);
    }
    Files.createDirectories(layout.manifests());
    Files.createFile(layout.manifests().resolve("interrupted-100.manifest"));

    assertThat(new OldRuns(layout).prune()).as("any finished").isFalse();

    assertThat(names("interrupted")).contains("interrupted-100").hasSize(21);
  }

  private void finished(String name, int number) throws IOException {
    Path run = interrupted(name, number);
    Path description = Files.createFile(run.resolve("run.json"));
    Files.setLastModifiedTime(description, time(number));
  }

  private Path interrupted(String name, int number) throws IOException {
    Path run = Files.createDirectories(layout.runs().resolve(name + "-" + (100 + number)));
    Files.setLastModifiedTime(run, time(number));
    return run;
  }

  private static FileTime time(int number) {
    return FileTime.from(Instant.EPOCH.plusSeconds(number));
  }

  private Stream<String> names(String prefix) throws IOException {
    try (Stream<Path> runs = Files.list(layout.runs())) {
      return runs
          .map(run -> run.getFileName().toString())
          .filter(name -> name.startsWith(prefix))
          .toList()
          .stream();
    }
  }
}
