package dev.students.docs.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnchorsTest {

  @Test
  void equal_names_are_numbered_in_the_order_of_the_file() {
    assertThat(anchors("Fees", "Fees", "Fees")).containsExactly("fees", "fees-2", "fees-3");
  }

  @Test
  void a_name_that_looks_numbered_gets_an_anchor_of_its_own() {
    assertThat(anchors("Fees", "Fees", "Fees 2", "Fees 2"))
        .containsExactly("fees", "fees-2", "fees-2-2", "fees-2-3");
    assertThat(anchors("Fees 2", "Fees", "Fees")).containsExactly("fees-2", "fees", "fees-3");
  }

  @Test
  void words_of_any_language_make_an_anchor() {
    assertThat(anchors("What's “new”?", "Gebühr, verspätet", "本を借りる", "…"))
        .containsExactly("whats-new", "gebühr-verspätet", "本を借りる", "unnamed");
    assertThat(Anchors.of("word ".repeat(40))).hasSizeLessThanOrEqualTo(80).endsWith("word");
  }

  private static List<String> anchors(String... names) {
    Anchors anchors = new Anchors();
    return Stream.of(names).map(name -> anchors.next("", name)).toList();
  }
}
