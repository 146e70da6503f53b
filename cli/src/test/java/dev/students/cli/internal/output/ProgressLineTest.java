package dev.students.cli.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  @Test
  void show_afterAResultOnTheTerminal_drawsTheLineAgain() {
    assertThat(drawnAfterAResult(false)).startsWith("\rChecking 7 items, ");
  }

  @Test
  void show_afterAResultIntoAPipe_drawsNothing() {
    assertThat(drawnAfterAResult(true)).isEmpty();
  }

  private static String drawnAfterAResult(boolean piped) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(true, !piped, true, piped, 80, false);
    Console console =
        new Console(InputStream.nullInputStream(), OutputStream.nullOutputStream(), err, terminal);
    try (ProgressLine line = new ProgressLine(console, "Checking", "items")) {
      line.makeRoom();
      line.show(7, OptionalDouble.empty());
    }
    return err.toString(StandardCharsets.UTF_8);
  }
}
