package dev.students.docs.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnchorsTest {

  @Test
  void next_equalNames_areNumberedInTheOrderOfTheFile() {
    assertThat(anchors("Fees", "Fees", "Fees")).containsExactly("fees", "fees-2", "fees-3");
  }

  @Test
  void next_nameThatLooksNumbered_getsAnAnchorOfItsOwn() {
    assertThat(anchors("Fees", "Fees", "Fees 2", "Fees 2"))
        .containsExactly("fees", "fees-2", "fees-2-2", "fees-2-3");
    assertThat(anchors("Fees 2", "Fees", "Fees")).containsExactly("fees-2", "fees", "fees-3");
  }

  @Test
  void of_wordsOfAnyLanguage_areKept() {
    assertThat(anchors("What's “new”?", "Gebühr, verspätet", "本を借りる", "…"))
        .containsExactly("whats-new", "gebühr-verspätet", "本を借りる", "unnamed");
    assertThat(Anchors.of("word ".repeat(40))).hasSizeLessThanOrEqualTo(80).endsWith("word");
  }

  private static List<String> anchors(String... names) {
    Anchors anchors = new Anchors(List.of(names));
    return Stream.of(names).map(name -> anchors.next("", name)).toList();
  }
}
