package dev.students.cli.internal.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console =
      new Console(
          new ByteArrayInputStream("yes\nyes\n".getBytes(UTF_8)),
          new ByteArrayOutputStream(),
          err,
          Terminal.NONE);

  @Test
  void ask_prompt_isOnStandardError() {
    assertThat(console.ask("Go on? ")).contains("yes");
    assertThat(err.toString(UTF_8)).isEqualTo("Go on? ");
  }

  @Test
  void ask_programIsShuttingDown_doesNotPrompt() {
    assertThat(console.stopAsking()).isFalse();

    assertThat(console.ask("Go on? ")).isEmpty();
    assertThat(err.toString(UTF_8)).isEmpty();
  }
}
