package dev.students.data.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaseFoldingTest {

  @Test
  void forms_everyCodePoint_differOnlyForTheListedLetters() throws IOException {
    Map<String, String> differing = new TreeMap<>();
    codePoints()
        .forEach(
            text -> {
              AddressForms forms = AddressForms.of(text);
              if (forms.differ()) {
                differing.put(text, forms.folded());
              }
            });
    assertThat(differing).hasSize(101).isEqualTo(lettersThatFold());
  }

  @Test
  void folded_upperCaseOfAnyCodePoint_isEqual() {
    assertThat(
            codePoints()
                .filter(text -> !folded(text).equals(folded(text.toUpperCase(Locale.ROOT))))
                .toList())
        .as("a dotless i is a different letter from i")
        .containsExactly("ı");
  }

  @Test
  void folded_anyCodePoint_isIdempotent() {
    assertThat(codePoints().filter(text -> !folded(folded(text)).equals(folded(text)))).isEmpty();
  }

  @Test
  void folded_markAfterAnIotaSubscript_staysWithTheLetter() {
    assertThat(folded("α\u0345\u0323")).isEqualTo("α\u0323ι").isEqualTo(folded("Α\u0323Ι"));
  }

  private static String folded(String text) {
    return AddressForms.of(text).folded();
  }

  private static Stream<String> codePoints() {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .mapToObj(Character::toString);
  }

  private static Map<String, String> lettersThatFold() throws IOException {
    try (InputStream list =
        requireNonNull(
            CaseFoldingTest.class.getResourceAsStream(
                "/dev/students/data/letters-that-fold.txt"))) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("; "))
          .collect(Collectors.toMap(cells -> text(cells[0]), cells -> text(cells[1])));
    }
  }

  private static String text(String codePoints) {
    return Stream.of(codePoints.split(" "))
        .map(hex -> Character.toString(Integer.parseInt(hex, 16)))
        .collect(Collectors.joining());
  }
}
