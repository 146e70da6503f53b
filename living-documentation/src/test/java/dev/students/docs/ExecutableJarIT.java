package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar by itself, as teams elsewhere start it. */
class ExecutableJarIT {

  private static final Path JAR = Path.of("target", "living-documentation.jar");

  @Test
  void jar_onRunsOfAnotherTeam_writesTheSiteAndExitsWith1(@TempDir Path folder)
      throws IOException, InterruptedException {
    String site = folder.resolve("site").toString();

    assertThat(java(folder, "--runs", ForeignProjectTest.RUNS.toString(), "--out", site))
        .startsWith("1 " + site)
        .contains("74 scenarios, 12 need attention");
    assertThat(folder.resolve("site/index.html")).isNotEmptyFile();
    assertThat(java(folder, "--help")).startsWith("0 Usage: living-documentation");
  }

  private static String java(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString()));
    command.addAll(List.of(arguments));
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(said.toFile()))
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue() + " " + Files.readString(said);
  }
}
