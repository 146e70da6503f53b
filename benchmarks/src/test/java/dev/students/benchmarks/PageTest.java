package dev.students.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PageTest {

  private static final Page PAGE =
      new Page(
          """
          before
          <!-- made from the figures: start -->
          old
          <!-- end: start -->
          between
          <!-- made from the figures: growth -->
          <!-- end: growth -->
          """);

  @Test
  void with_section_replacesItAlone() {
    assertThat(PAGE.with("start", "costs $1\n").with("growth", "flat").text())
        .isEqualTo(
            """
            before
            <!-- made from the figures: start -->

            costs $1

            <!-- end: start -->
            between
            <!-- made from the figures: growth -->

            flat

            <!-- end: growth -->
            """);
  }

  @Test
  void with_unknownSection_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PAGE.with("end", "text"))
        .withMessage("The page has no section end");
  }
}
