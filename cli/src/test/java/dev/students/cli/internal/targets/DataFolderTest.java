package dev.students.cli.internal.targets;

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
  void standard_standsWhereTheXdgSpecificationSays() {
    Map<String, String> home = Map.of("HOME", "/home/ada");

    assertThat(DataFolder.standard(home)).isEqualTo(Path.of("/home/ada/.local/share/students"));
    assertThat(DataFolder.standard(and(home, "/data"))).isEqualTo(Path.of("/data/students"));
    assertThat(DataFolder.standard(and(home, "not/absolute")))
        .isEqualTo(Path.of("/home/ada/.local/share/students"));
  }

  private static Map<String, String> and(Map<String, String> home, String xdg) {
    return Map.of("HOME", home.getOrDefault("HOME", ""), "XDG_DATA_HOME", xdg);
  }

  @Test
  void take_newFolder_isReadableByItsOwnerOnlyAndFreeWhenClosed() throws IOException {
    Path folder = temporary.resolve("students");

    DataFolder.take(folder).close();
    DataFolder.take(folder).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }
}
