package dev.students.acceptance.internal.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class StartedProcessTest {

  @Test
  void find_runningProcess_isFoundByItsDescription() {
    ProcessHandle self = ProcessHandle.current();
    assertThat(StartedProcess.find(StartedProcess.describe(self))).contains(self);
  }

  @Test
  void find_anotherProcessWithTheSameId_isNotFound() {
    long number = ProcessHandle.current().pid();
    assertThat(StartedProcess.find(number + " 2020-01-01T00:00:00Z")).isEmpty();
  }

  @Test
  void find_zombieProcess_isNotFound() throws IOException {
    Process parent = new ProcessBuilder("sh", "-c", "sleep 0.1 & exec sleep 60").start();
    try {
      await().until(() -> parent.children().findAny().isPresent());
      ProcessHandle child = parent.children().findAny().orElseThrow();
      String description = StartedProcess.describe(child);
      await().until(() -> child.info().command().isEmpty());
      assertThat(StartedProcess.find(description)).isEmpty();
    } finally {
      parent.destroyForcibly();
    }
  }
}
