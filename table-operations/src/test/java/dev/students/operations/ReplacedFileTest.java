package dev.students.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReplacedFileTest {

  private static final Path FULL_DISK = Path.of("/dev/full");

  private final Path folder;

  ReplacedFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void complete_fileOrLink_replacesTheFileItself() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "before");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    try (ReplacedFile replaced = ReplacedFile.open(link)) {
      write(replaced, "after");
      assertThat(file).hasContent("before");
      replaced.complete();
    }

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("after");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("file", "link");
  }

  @Test
  void complete_longestName_isWritten() throws IOException {
    Path file = folder.resolve("é".repeat(127));

    try (ReplacedFile replaced = ReplacedFile.open(file)) {
      write(replaced, "x");
      replaced.complete();
    }

    assertThat(file).hasContent("x");
  }

  @Test
  void open_folderMissingOrNone_namesWhatWasAskedFor() throws IOException {
    Path missing = folder.resolve("nowhere");
    assertThatThrownBy(() -> ReplacedFile.open(missing.resolve("students.csv")))
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(missing.toString());

    Path inAFile = Files.writeString(folder.resolve("file"), "").resolve("students.csv");
    assertThatThrownBy(() -> ReplacedFile.open(inAFile))
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .isInstanceOf(FileSystemException.class)
        .hasMessageStartingWith(inAFile + ": ")
        .hasMessageNotContaining(".part");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void open_folderThatTakesNoFiles_namesWhatWasAskedFor() {
    assertThatThrownBy(() -> ReplacedFile.open(Path.of("/proc/self/fd/students.csv")))
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .isInstanceOf(AccessDeniedException.class)
        .hasMessage("/proc/self/fd/students.csv");
  }

  @Test
  @EnabledIf("hasFullDisk")
  void complete_fullDisk_namesTheFile() throws IOException {
    ReplacedFile replaced = ReplacedFile.open(FULL_DISK);
    write(replaced, "x");

    assertThatThrownBy(replaced::complete)
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .hasMessage("/dev/full: No space left on device");
  }

  static boolean hasFullDisk() {
    return Files.exists(FULL_DISK);
  }

  private static void write(ReplacedFile file, String text) throws IOException {
    OutputStream stream = file.stream();
    stream.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
