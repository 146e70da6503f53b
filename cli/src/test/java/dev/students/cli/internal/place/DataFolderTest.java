package dev.students.cli.internal.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  private final Path temporary;

  DataFolderTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @Test
  void standsWhereTheXdgSpecificationSays() {
    assertThat(DataFolder.standard(Map.of(), "/home/ada"))
        .isEqualTo(Path.of("/home/ada/.local/share/students"));
    assertThat(DataFolder.standard(Map.of("XDG_DATA_HOME", "/data"), "/home/ada"))
        .isEqualTo(Path.of("/data/students"));
    assertThat(DataFolder.standard(Map.of("XDG_DATA_HOME", "not/absolute"), "/home/ada"))
        .isEqualTo(Path.of("/home/ada/.local/share/students"));
  }

  @Test
  void isReadableByItsOwnerOnlyAndFreeAgainWhenClosed() throws IOException {
    Path folder = temporary.resolve("students");

    DataFolder.take(folder).close();
    DataFolder.take(folder).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }
}
