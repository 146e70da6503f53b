package dev.students.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** In CI, which builds everything; a build of this module alone finds the others in any state. */
@EnabledIfEnvironmentVariable(named = "CI", matches = "true")
class BuiltByMavenIT {

  @Test
  void acceptance_afterABuildOfEverything_buildsNothing(@TempDir Path folder) throws IOException {
    Path maven = Files.writeString(folder.resolve("mvn"), "#!/bin/sh\nexit 1\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    ProcessBuilder acceptance = new ProcessBuilder("./acceptance", "--help");
    acceptance
        .environment()
        .merge("PATH", folder.toString(), (path, own) -> own + File.pathSeparator + path);

    Process process = acceptance.redirectErrorStream(true).start();

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .startsWith("Usage: acceptance ");
  }
}
