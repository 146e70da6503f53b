package dev.students.acceptance.internal.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.acceptance.internal.workspace.Manifest.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

  private static final RunId RUN = new RunId("1123-230502-9f3c");

  @Test
  void add_byAnotherProcess_isRead(@TempDir Path folder) {
    Manifest writing = Manifest.of(folder, RUN);
    writing.add(Kind.TARGET, "endpoint");
    writing.add(Kind.STUDENT, "a");
    writing.add(Kind.STUDENT, "b");
    Manifest reading = Manifest.of(folder, RUN);
    assertThat(reading.first(Kind.TARGET)).contains("endpoint");
    assertThat(reading.all(Kind.STUDENT)).containsExactly("a", "b");
  }

  @Test
  void all_lastLineTruncatedByAKill_isSkipped(@TempDir Path folder) throws IOException {
    Manifest manifest = Manifest.of(folder, RUN);
    manifest.add(Kind.STUDENT, "whole");
    Files.writeString(manifest.file(), "STUDENT\tcut-o", StandardOpenOption.APPEND);
    assertThat(manifest.all(Kind.STUDENT)).containsExactly("whole");
  }

  @Test
  void namesNothing_onlyTheTargetIsRecorded_isTrue(@TempDir Path folder) {
    Manifest manifest = Manifest.of(folder, RUN);
    manifest.add(Kind.TARGET, "endpoint");
    manifest.add(Kind.ENDPOINT, "http://127.0.0.1:4566");
    assertThat(manifest.namesNothing()).isTrue();
    manifest.add(Kind.STACK, "students-dev-x");
    assertThat(manifest.namesNothing()).isFalse();
  }

  @Test
  void add_closed_isRefused(@TempDir Path folder) {
    Manifest manifest = Manifest.of(folder, RUN);
    manifest.add(Kind.STUDENT, "a");
    manifest.close();
    assertThatThrownBy(() -> manifest.add(Kind.STUDENT, "b"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(manifest.all(Kind.STUDENT)).containsExactly("a");
  }

  @Test
  void delete_entriesWritten_removesTheFile(@TempDir Path folder) {
    Manifest manifest = Manifest.of(folder, RUN);
    manifest.add(Kind.TARGET, "embedded");
    manifest.delete();
    assertThat(manifest.exists()).isFalse();
  }

  @Test
  void add_afterAnIncompleteLine_startsANewLine(@TempDir Path folder) throws IOException {
    Manifest manifest = Manifest.of(folder, RUN);
    manifest.add(Kind.STUDENT, "whole");
    Files.writeString(manifest.file(), "STUDENT\ttor", StandardOpenOption.APPEND);
    manifest.add(Kind.STUDENT, "next");
    assertThat(manifest.all(Kind.STUDENT)).containsExactly("whole", "next");
  }

  /** A limit on the size of files simulates a full disk, on which part of a line still fits. */
  @Test
  void add_diskFull_isRefusedAndLeavesCompleteLines(@TempDir Path folder) throws Exception {
    Process writer =
        new ProcessBuilder(
                "bash",
                "-c",
                "ulimit -f 1; exec \"$0\" -cp \"$1\" \"$2\" \"$3\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"),
                FullDisk.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    List<String> refused =
        new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith("refused "))
            .toList();

    Manifest manifest = Manifest.of(folder, RUN);
    manifest.add(Kind.STUDENT, "afterwards");

    assertThat(refused).hasSizeGreaterThan(1);
    assertThat(manifest.lines()).allMatch(line -> line.endsWith("\t."));
    assertThat(manifest.all(Kind.STUDENT)).endsWith("afterwards").hasSize(101 - refused.size());
  }

  /** Records a hundred students and returns those that were refused. */
  static final class FullDisk {

    public static void main(String[] arguments) {
      Manifest manifest = Manifest.of(Path.of(arguments[0]), RUN);
      for (int i = 0; i < 100; i++) {
        try {
          manifest.add(Kind.STUDENT, "student-" + i);
        } catch (UncheckedIOException e) {
          System.out.println("refused " + i);
        }
      }
    }
  }
}
