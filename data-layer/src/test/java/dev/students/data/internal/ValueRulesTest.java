package dev.students.data.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueRulesTest {

  @Test
  void isPrintableAscii_spaceToTilde_isTrue() {
    assertThat(List.of("", " ", "~", "Ada Lovelace ~ 1815")).allMatch(ValueRules::isPrintableAscii);
    assertThat(List.of("\u001f", "\u007f", "Zoë", "a\u00a0b"))
        .noneMatch(ValueRules::isPrintableAscii);
  }
}
