package dev.students.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A command line that begins with a command is read without the others; one that begins with an
 * option has all of them.
 */
class SubcommandsTest {

  @Test
  void help_ofTheProgram_isTheSameWithoutTheOptionsOfItsCommands() {
    assertThat(Run.of("--help")).isEqualTo(Run.of("--output", "text", "--help"));
    assertThat(Run.of("--help").out())
        .contains("Generate bash/zsh completion script for students.\n");
    assertThat(commands()).hasSize(18).contains("get", "award-xp", "generate-completion", "help");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_ofACommand_isTheSameWithoutTheOthers(String command) {
    assertThat(Run.of(command, "--help")).isEqualTo(Run.of("--output", "text", command, "--help"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void unknownOption_ofACommand_isReportedTheSameWithoutTheOthers(String command) {
    assertThat(Run.of(command, "--endpoin"))
        .isEqualTo(Run.of("--output", "text", command, "--endpoin"));
  }

  @Test
  void unknownCommand_similarToOne_isSuggestedThatOne() {
    assertThat(Run.of("ge").err())
        .contains("There is no such command. Did you mean get?", "take-over");
  }

  static Stream<String> commands() {
    return Run.of("--help")
        .out()
        .lines()
        .dropWhile(line -> !line.equals("Commands:"))
        .skip(1)
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.matches("  \\S.*"))
        .map(line -> line.strip().split(" ", -1)[0]);
  }
}
