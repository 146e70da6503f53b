package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;

/** What a page looks like on a screen, large or small, light or dark, and on paper. */
@EnabledIf(value = "dev.students.docs.Browser#isExpected", disabledReason = Browser.MISSING)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayoutTest {

  private final Browser browser = Browser.shared();
  private final Fixture library = Fixture.library();

  @ParameterizedTest
  @CsvSource({"1280, 900", "390, 844"})
  void startPage_onAnyScreen_showsCountsNarrativeAndFirstRuleOnTheFirst(int width, int height) {
    browser.screen(width, height, false).open(library.page("index.html"), "");

    assertThat(top(".lead")).isLessThan(top("[data-rule]"));
    assertThat(top(".narrative")).isLessThan(top("[data-rule]"));
    assertThat(bottom("[data-rule]")).isLessThan(height);
    assertThat(browser.all(".step, canvas, svg, dd").stream().map(e -> e.getRect().getY()))
        .allMatch(y -> y > bottom("[data-rule]"));
    assertThat(bottom(".counts")).isLessThan(top(".narrative"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "failures.html", "lending.html", "hostile.html"})
  void page_at390Pixels_scrollsNotSideways(String page) {
    browser.screen(390, 844, false).open(library.page(page), "");
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");

    assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(390L);
  }

  @Test
  void colours_whereDarkIsPreferred_areDark() {
    String background = "return getComputedStyle(document.body).backgroundColor";
    browser.screen(1280, 900, false).open(library.page("index.html"), "");
    Object light = browser.run(background);
    browser.screen(1280, 900, true);

    assertThat(light).isEqualTo("rgb(252, 252, 250)");
    assertThat(browser.run(background)).isEqualTo("rgb(22, 25, 28)");
  }

  @Test
  void status_ofAnyKind_isAWordWithAnIcon() {
    browser.screen(1280, 900, false).open(library.page("index.html"), "");

    assertThat(browser.all(".status")).isNotEmpty().allMatch(status -> !status.getText().isBlank());
    assertThat(
            browser.run(
                "return [...document.querySelectorAll('.status')].every(s =>"
                    + " getComputedStyle(s, '::before').maskImage.includes('svg'))"))
        .isEqualTo(true);
  }

  /** A small screen shows counts without their words. */
  @Test
  void status_ofEachKind_hasAShapeOfItsOwn() {
    browser.screen(390, 844, false).open(ForeignProjectTest.site().resolve("index.html"), "");

    assertThat(
            browser.run(
                "const shapes = new Map([...document.querySelectorAll('.counts .status')].map(s =>"
                    + " [s.className, getComputedStyle(s, '::before').maskImage]));"
                    + "return shapes.size + ' of ' + new Set(shapes.values()).size"))
        .isEqualTo("6 of 6");
  }

  @Test
  void narrativeOfFullLines_onASmallScreen_flowsAndShortLinesStay() {
    String shown =
        "return [...document.querySelectorAll('.narrative br')]"
            + ".filter(br => getComputedStyle(br).display !== 'none').length";
    browser.screen(1280, 900, false).open(library.page("lending.html"), "");
    assertThat(browser.run(shown)).isEqualTo(1L);

    browser.screen(390, 844, false);
    assertThat(browser.run(shown)).isEqualTo(0L);
    browser.open(ForeignProjectTest.site().resolve("shop-features-login.html"), "");
    assertThat(browser.run(shown)).isEqualTo(2L);
  }

  @Test
  void pages_withoutScripts_showEveryRuleAndStep() {
    browser.screen(1280, 900, false).scripts(false);
    try {
      browser.open(library.page("index.html"), "");
      assertThat(browser.first("main").getText())
          .contains(library.parsed("index.html").select("[data-rule]").eachText());
      browser.open(library.page("lending.html"), "");
      assertThat(browser.all(".step")).hasSizeGreaterThan(8).allMatch(WebElement::isDisplayed);
      assertThat(browser.all("form")).noneMatch(WebElement::isDisplayed);
    } finally {
      browser.scripts(true);
    }
  }

  @Test
  void startPage_onPaper_holdsEveryRule() throws IOException {
    browser.screen(1280, 900, false).open(library.page("index.html"), "");
    try (PDDocument pdf = Loader.loadPDF(browser.pdf())) {
      String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
      assertThat(text).contains(library.parsed("index.html").select("[data-rule]").eachText());
      assertThat(text)
          .contains("7 rules", "11 passed", "not run")
          .contains("A book is lent to one reader at a time shelf passed 3 Nov 2026")
          .doesNotContain("Search rules");
    }
  }

  private int top(String css) {
    return browser.first(css).getRect().getY();
  }

  private int bottom(String css) {
    var rect = browser.first(css).getRect();
    return rect.getY() + rect.getHeight();
  }
}
