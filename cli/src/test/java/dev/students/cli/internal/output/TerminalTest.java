package dev.students.cli.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TerminalTest {

  private static final Map<String, String> XTERM = Map.of("TERM", "xterm");

  @Test
  void terminal_noVariablesOfTheScript_isNone() {
    assertThat(Terminal.of(new Properties(), XTERM)).isEqualTo(Terminal.NONE);
  }

  @Test
  void terminal_variablesOfTheScript_giveStreamsAndColumns() {
    assertThat(Terminal.of(properties("02", "132"), XTERM))
        .isEqualTo(new Terminal(true, false, true, false, 132, false));
    assertThat(Terminal.of(properties("012", "0"), XTERM))
        .isEqualTo(new Terminal(true, true, true, false, 80, true));
  }

  @Test
  void piped_takenFromTheScript() {
    Properties properties = properties("2", "80");
    properties.setProperty("students.piped", "true");

    assertThat(Terminal.of(properties, XTERM))
        .isEqualTo(new Terminal(false, false, true, true, 80, false));
  }

  @Test
  void color_noColorOrDumbTerminal_isOff() {
    Properties all = properties("012", "80");

    assertThat(Terminal.of(all, Map.of("TERM", "xterm", "NO_COLOR", "1")).color()).isFalse();
    assertThat(Terminal.of(all, Map.of("TERM", "xterm", "NO_COLOR", "")).color()).isTrue();
    assertThat(Terminal.of(all, Map.of("TERM", "dumb")).color()).isFalse();
    assertThat(Terminal.of(all, Map.of()).color()).isFalse();
  }

  private static Properties properties(String terminals, String columns) {
    Properties properties = new Properties();
    properties.setProperty("students.terminals", terminals);
    properties.setProperty("students.columns", columns);
    return properties;
  }
}
