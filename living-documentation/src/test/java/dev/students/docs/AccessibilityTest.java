package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether everybody can read a page, in any language and with the keyboard alone. */
@EnabledIf(value = "dev.students.docs.Browser#isExpected", disabledReason = Browser.MISSING)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTest {

  private final Browser browser = Browser.shared();
  private final Fixture library = Fixture.library();
  private final Path foreign = ForeignProjectTest.site();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index.html",
        "index.html?q=book",
        "failures.html",
        "lending.html",
        "hostile.html"
      })
  void axe_onAnyPage_findsNothingSerious(String page) {
    assertNothingSerious(library.site(), page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"index.html", "failures.html", "paying.html", "basket.html", "tadhakir.html"})
  void axe_onAPageOfAnotherTeam_findsNothingSerious(String page) {
    assertNothingSerious(foreign, page);
  }

  /** Colours depend on the preference alone, and the layout on the width alone. */
  private void assertNothingSerious(Path site, String page) {
    String[] address = page.split("(?=\\?)", 2);
    for (int width : List.of(1280, 390)) {
      browser
          .screen(width, 844, width == 390)
          .open(site.resolve(address[0]), address.length > 1 ? address[1] : "");
      browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");

      assertThat(browser.seriousFindings()).as("%d pixels", width).isEmpty();
      assertThat(browser.run("return document.documentElement.scrollWidth"))
          .isEqualTo((long) width);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "tadhakir.html"})
  void feature_writtenFromRightToLeft_standsAtTheRight(String page) {
    browser.screen(1280, 900, false).open(foreign.resolve(page), "");

    assertThat(
            browser.run(
                """
            const right = (node) => {
              const range = document.createRange();
              range.selectNodeContents(node);
              return Math.round(range.getBoundingClientRect().right);
            };
            const within = document.querySelector('.feature[dir=rtl], main[dir=rtl]');
            return [...within.querySelectorAll('h1, h2:has([lang=ar]), .narrative, .title, h3 a')]
              .map(right).filter((each, i, all) => each !== all[0]).length"""))
        .isEqualTo(0L);
  }

  @Test
  void table_thatScrolls_isAStopOfTheKeyboard() {
    browser.screen(1280, 900, false).open(library.page("lending.html"), "");
    assertThat(browser.all(".scroll[tabindex='0']")).isEmpty();

    browser.screen(390, 844, false).open(library.page("lending.html"), "");
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> !browser.all(".evidence .scroll[tabindex='0']").isEmpty());
    assertThat(browser.all("[data-background] .scroll[tabindex='0']")).isEmpty();
  }
}
