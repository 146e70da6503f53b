package dev.students.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When {@code ./students} makes its archive of classes, told by how it starts Java. */
class ArchiveOfClassesTest {

  private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

  private final Path project;
  private final Path target;

  ArchiveOfClassesTest(@TempDir Path project) {
    this.project = project;
    this.target = project.resolve("cli/target");
  }

  @BeforeEach
  void build() throws IOException {
    Files.createDirectories(target);
    Files.createDirectories(project.resolve("jdk/bin"));
    Files.copy(Path.of("..", "students"), project.resolve("students"));
    Path java = project.resolve("jdk/bin/java");
    Files.writeString(java, "#!/bin/sh\necho \"$*\" >>\"" + project + "/starts\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    file("students.jar", "", BUILT);
    file("classes.jsa", "of the jar before", BUILT.minusSeconds(60));
  }

  @Test
  void start_builtByMaven_makesTheArchive() throws Exception {
    assertThat(start()).isEqualTo("train, dump, command");
    assertThat(start()).isEqualTo("command");
  }

  /** The archive of the jar before is not used. */
  @Test
  void start_rebuiltAndStartedTenTimes_makesTheArchive() throws Exception {
    file("starts-since-rebuilt", "........", BUILT.plusSeconds(1));

    assertThat(start()).isEqualTo("command");
    assertThat(start()).isEqualTo("command");
    assertThat(start()).isEqualTo("train, dump, command");
    assertThat(start()).isEqualTo("command");
  }

  @Test
  void start_rebuiltAndThenBuiltByMaven_makesTheArchive() throws Exception {
    file("starts-since-rebuilt", "", BUILT.minusSeconds(1));

    assertThat(start()).isEqualTo("train, dump, command");
  }

  private void file(String name, String content, Instant time) throws IOException {
    Files.writeString(target.resolve(name), content);
    Files.setLastModifiedTime(target.resolve(name), FileTime.from(time));
  }

  private String start() throws IOException, InterruptedException {
    Files.deleteIfExists(project.resolve("starts"));
    ProcessBuilder builder =
        new ProcessBuilder(project.resolve("students").toString(), "--version").inheritIO();
    builder.environment().put("JAVA_HOME", project.resolve("jdk").toString());
    builder.environment().put("STUDENTS_BUILD", "never");
    assertThat(builder.start().waitFor()).isZero();
    return Files.readAllLines(project.resolve("starts")).stream()
        .map(ArchiveOfClassesTest::kind)
        .collect(joining(", "));
  }

  private static String kind(String start) {
    if (start.contains("-Xshare:dump")) {
      return "dump";
    }
    String kind = start.contains("Training") ? "train" : "command";
    return start.contains("-XX:SharedArchiveFile") ? kind + " with an archive" : kind;
  }
}
