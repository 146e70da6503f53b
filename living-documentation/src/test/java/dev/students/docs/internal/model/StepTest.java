package dev.students.docs.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepTest {

  @Test
  void isHeaded_firstRowOfWords_isTrue() {
    assertThat(headed(List.of("title", "copies"), List.of("Momo", "1"))).isTrue();
    assertThat(headed(List.of("Title", "Copies left"), List.of("Momo", "1"))).isTrue();
  }

  @Test
  void isHeaded_firstRowOfValues_isFalse() {
    assertThat(headed(List.of("name", "Ada Lovelace"), List.of("experience", "0 XP"))).isFalse();
    assertThat(headed(List.of("quiz", "50 XP"), List.of("puzzle", "20 XP"))).isFalse();
    assertThat(headed(List.of("e-mail", "ada@example.com"), List.of("name", "Ada"))).isFalse();
    assertThat(headed(List.of("title"), List.of("Momo"))).isFalse();
    assertThat(headed(List.of("", "copies"), List.of("", "1"))).isFalse();
  }

  private static boolean headed(List<String> first, List<String> second) {
    return new Step("Given", "these", Optional.empty(), List.of(first, second)).isHeaded();
  }
}
