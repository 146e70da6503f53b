package dev.students.acceptance.internal.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.acceptance.internal.workspace.Manifest.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

  private static final RunId RUN = new RunId("1123-230502-9f3c");

  @Test
  void whatOneProcessNotesAnotherFinds(@TempDir Path folder) {
    Manifest writing = Manifest.of(folder, RUN);
    writing.add(Kind.TARGET, "endpoint");
    writing.add(Kind.STUDENT, "a");
    writing.add(Kind.STUDENT, "b");
    Manifest reading = Manifest.of(folder, RUN);
    assertThat(reading.first(Kind.TARGET)).contains("endpoint");
    assertThat(reading.all(Kind.STUDENT)).containsExactly("a", "b");
  }

  @Test
  void aLineCutOffByAKillIsLeftOut(@TempDir Path folder) throws IOException {
    Manifest manifest = Manifest.of(folder, RUN);
    manifest.add(Kind.STUDENT, "whole");
    Files.writeString(manifest.file(), "STUDENT\tcut-o", StandardOpenOption.APPEND);
    assertThat(manifest.all(Kind.STUDENT)).containsExactly("whole");
  }

  @Test
  void aManifestThatNamesOnlyWhereTheRunWasNamesNothingToRemove(@TempDir Path folder) {
    Manifest manifest = Manifest.of(folder, RUN);
    manifest.add(Kind.TARGET, "endpoint");
    manifest.add(Kind.ENDPOINT, "http://127.0.0.1:4566");
    assertThat(manifest.namesNothing()).isTrue();
    manifest.add(Kind.STACK, "students-dev-x");
    assertThat(manifest.namesNothing()).isFalse();
  }

  @Test
  void afterItIsClosedNothingCanBeMade(@TempDir Path folder) {
    Manifest manifest = Manifest.of(folder, RUN);
    manifest.add(Kind.STUDENT, "a");
    manifest.close();
    assertThatThrownBy(() -> manifest.add(Kind.STUDENT, "b"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(manifest.all(Kind.STUDENT)).containsExactly("a");
  }

  @Test
  void oneThatIsDeletedIsGone(@TempDir Path folder) {
    Manifest manifest = Manifest.of(folder, RUN);
    manifest.add(Kind.TARGET, "embedded");
    manifest.delete();
    assertThat(manifest.exists()).isFalse();
  }
}
