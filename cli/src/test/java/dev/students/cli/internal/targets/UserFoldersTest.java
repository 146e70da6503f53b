package dev.students.cli.internal.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {

  @Test
  void folders_noXdgVariables_areInTheHomeDirectory() {
    UserFolders folders = new UserFolders(Map.of("HOME", "/home/ada"));

    assertThat(folders.data()).isEqualTo(Path.of("/home/ada/.local/share/students"));
    assertThat(folders.state()).isEqualTo(Path.of("/home/ada/.local/state/students"));
  }

  @Test
  void folders_xdgVariables_areFollowed() {
    UserFolders folders =
        new UserFolders(
            Map.of("HOME", "/home/ada", "XDG_DATA_HOME", "/data", "XDG_STATE_HOME", "relative"));

    assertThat(folders.data()).isEqualTo(Path.of("/data/students"));
    assertThat(folders.state()).isEqualTo(Path.of("/home/ada/.local/state/students"));
  }
}
