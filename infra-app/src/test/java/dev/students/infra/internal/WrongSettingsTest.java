package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.students.infra.InvalidSettingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Settings that are wrong, each with the path and the rule that a user reads. */
class WrongSettingsTest {

  @ParameterizedTest(name = "{1}: {2}")
  @CsvFileSource(
      resources = "/wrong-settings.txt",
      delimiterString = " | ",
      quoteCharacter = '`',
      maxCharsPerColumn = 1000)
  void read_invalidSetting_isRefusedWithPathAndRule(String settings, String path, String rule) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> SettingsReader.read("students", settings))
        .satisfies(
            e -> {
              assertThat(e.setting()).isEqualTo(path);
              assertThat(e.rule()).isEqualTo(rule);
              assertThat(e).hasMessage(path + ": " + rule);
            });
  }
}
