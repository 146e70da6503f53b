package dev.students.cli.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphTest {

  @Test
  void wrap_longText_breaksBetweenWords() {
    assertThat(Paragraph.wrap("one two three", 7)).isEqualTo("one two\nthree");
    assertThat(Paragraph.wrap("one two three", 80)).isEqualTo("one two three");
  }

  @Test
  void wrap_wordTooLong_isNotBroken() {
    assertThat(Paragraph.wrap("a /very/long/path b", 4)).isEqualTo("a\n/very/long/path\nb");
  }
}
