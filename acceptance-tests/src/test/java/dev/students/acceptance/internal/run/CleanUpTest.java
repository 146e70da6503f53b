package dev.students.acceptance.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.targets.TargetOptions;
import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.ProjectLayout;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanUpTest {

  private static final TargetOptions OPTIONS =
      new TargetOptions(
          Optional.empty(),
          Set.of(),
          TargetOptions.ACCOUNT,
          "dev",
          Optional.empty(),
          false,
          TargetOptions.IMAGE);

  private final ByteArrayOutputStream console = new ByteArrayOutputStream();

  @Test
  void cleanUp_noManifest_doesNotClaimThatNothingIsLeft(@TempDir Path root) {
    assertThat(cleanUp(root, "1123-230502-9f3c")).isEqualTo(1);
    assertThat(console.toString(StandardCharsets.UTF_8))
        .contains("has no manifest", "it is unknown")
        .doesNotContain("Nothing is left");
  }

  @Test
  void cleanUp_manifestOfAnotherMachine_canBeGivenAsAFile(@TempDir Path root) {
    Manifest elsewhere = Manifest.at(root.resolve("saved.txt"));
    elsewhere.add(Manifest.Kind.TARGET, "embedded");
    elsewhere.add(Manifest.Kind.RUNNER, "1 1970-01-01T00:00:00Z");

    assertThat(cleanUp(root, elsewhere.file().toString())).isZero();
    assertThat(console.toString(StandardCharsets.UTF_8)).contains("Nothing is left");
    assertThat(elsewhere.exists()).isFalse();
  }

  private int cleanUp(Path root, String run) {
    Progress progress = Progress.inLines(new PrintStream(console, true, StandardCharsets.UTF_8));
    return new CleanUp(new ProjectLayout(root), OPTIONS, progress).of(run);
  }
}
