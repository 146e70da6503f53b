package dev.students.acceptance.internal.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {

  private static final String LONG =
      "Bootstrapping http://127.0.0.1:4566 for the CDK, which takes a while on a slow machine";

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(written, true, UTF_8);

  @ParameterizedTest
  @ValueSource(ints = {40, 80})
  void stepAndCount_terminal_neverPrintALineThatWraps(int columns) {
    Progress progress = Progress.onTerminal(out, columns);
    try (Step step = progress.step(LONG)) {
      step.done();
    }
    try (Count count = progress.count("Scenarios", 3)) {
      count.next("");
      count.next(", 1 failed");
    }

    assertThat(text().split("[\r\n]"))
        .filteredOn(drawn -> !drawn.contains(LONG))
        .isNotEmpty()
        .allSatisfy(drawn -> assertThat(drawn.length()).isLessThan(columns));
    assertThat(text()).contains(" … 0 s", LONG + ": 0.", "2/3", ", 1 failed");
  }

  @Test
  void stepAndCount_noTerminal_printCompleteLines() {
    Progress progress = Progress.inLines(out);
    try (Step step = progress.step("Starting")) {
      step.done();
    }
    try (Step failing = progress.step("Deploying")) {
      assertThat(failing).isNotNull();
    }
    try (Count count = progress.count("Scenarios", 25)) {
      for (int i = 0; i < 25; i++) {
        count.next(i < 20 ? "" : ", 1 failed");
      }
    }

    List<String> lines = text().lines().map(line -> line.replaceAll("\\d\\.\\d s", "N s")).toList();
    assertThat(lines)
        .startsWith("Starting …", "Starting: N s", "Deploying …", "Deploying failed after N s")
        .contains("Scenarios: 3/25 done")
        .endsWith("Scenarios: 24/25 done, 1 failed", "Scenarios: 25/25 done, 1 failed")
        .hasSize(4 + 9);
    assertThat(text()).doesNotContain("\r", "\u001b");
  }

  private String text() {
    return written.toString(UTF_8);
  }
}
