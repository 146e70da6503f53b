package dev.students.acceptance.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphTest {

  @Test
  void paragraph_narrowTerminal_breaksBetweenWordsAndKeepsLines() {
    assertThat(Paragraph.of("Nothing was written, and nothing is left.\nStart it again.", 20))
        .isEqualTo("Nothing was\nwritten, and\nnothing is left.\nStart it again.");
  }

  @Test
  void paragraph_wordLongerThanTheLine_isNotBroken() {
    assertThat(Paragraph.of("See acceptance-tests/target/runs/1123-230502-9f3c", 20))
        .isEqualTo("See\nacceptance-tests/target/runs/1123-230502-9f3c");
  }
}
