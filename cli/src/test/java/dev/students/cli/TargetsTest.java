package dev.students.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets that cannot be opened exit with code 1 and one paragraph that says what to do. */
class TargetsTest {

  /**
   * Logs a stack trace for a file that is not a database. DynamoDB Local sets the level of this
   * logger when it opens a database, so it is the handlers that are switched off.
   */
  private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

  private final Path folder;

  TargetsTest(@TempDir Path folder) {
    this.folder = folder;
    SQLITE.setUseParentHandlers(false);
  }

  @Test
  void dataFolder_isAFile_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("data"), "something else");

    assertThat(Run.of("get", "s-1", "--data", file.toString()))
        .isEqualTo(
            new Run(
                1,
                "",
                "students: The data folder %s is a file. Give another folder with --data DIR.\n"
                    .formatted(file)));
    assertThat(file).hasContent("something else");
  }

  @Test
  void dataFolder_beneathAFile_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("data"), "something else");

    Run run = Run.of("get", "s-1", "--data", file.resolve("deeper").toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("students: The data folder ").contains("cannot be created (");
  }

  @Test
  void dataFolder_inUse_isRefused() throws IOException {
    Path lock = folder.resolve("students.lock");
    try (FileChannel other =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(other.tryLock()).isNotNull();

      assertThat(Run.of("get", "s-1", "--data", folder.toString()))
          .isEqualTo(
              new Run(
                  1,
                  "",
                  "students: Another students program is working on the data folder %s. Wait until it has ended, or give another folder with --data DIR.\n"
                      .formatted(folder)));
    }
  }

  @Test
  void database_fileOfAnotherFormat_isReported() throws IOException {
    Files.writeString(folder.resolve("shared-local-instance.db"), "not a database ".repeat(100));

    Run run = Run.of("get", "s-1", "--data", folder.toString(), "--output", "json");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("\"outcome\":\"failed\"");
    assertThat(run.err()).doesNotContain("\tat ", "defect");
  }

  @Test
  void database_cannotBeOpened_isReported() throws IOException {
    Files.createDirectory(folder.resolve("shared-local-instance.db"));

    Run run = Run.of("get", "s-1", "--data", folder.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("students: The data folder " + folder + " cannot be written (")
        .containsOnlyOnce("\n");
  }

  @Test
  void endpoint_nothingAnswers_isReported() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    String endpoint = "http://127.0.0.1:" + free;

    assertThat(Run.of("get", "s-1", "--endpoint", endpoint, "--table", "students"))
        .isEqualTo(
            new Run(
                1,
                "",
                """
                students: endpoint %1$s, table students
                students: Nothing answers at %1$s. Check the address, and that it is running.
                """
                    .formatted(endpoint)));
  }
}
