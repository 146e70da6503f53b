package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;

@EnabledIf(value = "dev.students.docs.Browser#isExpected", disabledReason = Browser.MISSING)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {

  private static final List<String> PAGES =
      List.of("index.html", "failures.html", "lending.html", "catalogue.html", "hostile.html");

  private final Browser browser = Browser.start();
  private final Fixture library = Fixture.library();

  @BeforeAll
  void forgetRequests() {
    browser.requests();
  }

  @AfterAll
  void closeBrowser() {
    browser.close();
  }

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
  @ValueSource(
      strings = {
        "index.html",
        "index.html?q=book",
        "failures.html",
        "lending.html",
        "catalogue.html",
        "hostile.html"
      })
  void axe_onAnyPage_findsNothingSerious(String page) {
    String[] address = page.split("(?=\\?)", 2);
    for (int width : List.of(1280, 390)) {
      for (boolean dark : List.of(false, true)) {
        browser
            .screen(width, 844, dark)
            .open(library.page(address[0]), address.length > 1 ? address[1] : "");
        browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");

        assertThat(browser.seriousFindings()).as("%d pixels, dark: %s", width, dark).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "failures.html", "lending.html", "hostile.html"})
  void page_at390Pixels_scrollsNotSideways(String page) {
    browser.screen(390, 844, false).open(library.page(page), "");
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");

    assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(390L);
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

  @Test
  void address_ofAFoldedTarget_opensItAndBringsItToTheTop() {
    String row =
        library.parsed("lending.html").expectFirst("[data-example][data-status=failed]").id();
    String fragment = "#" + row + "/evidence";
    browser.screen(1280, 900, false).open(library.page("lending.html"), fragment);

    assertThat(
            browser.run(
                "let n = document.getElementById(arguments[0]), all = [];for (; n; n ="
                    + " n.parentElement) if (n.tagName === 'DETAILS') all.push(n.open);return"
                    + " all.join()",
                fragment.substring(1)))
        .isEqualTo("true,true");
    String rule = "a-book-that-is-late-costs-a-fee-and-no-more-than-five-euros";
    browser.open(library.page("lending.html"), "#" + rule);
    assertThat(
            ((Number)
                    browser.run(
                        "return document.getElementById(arguments[0]).getBoundingClientRect().top",
                        rule))
                .doubleValue())
        .isBetween(0.0, 40.0);
  }

  @Test
  void address_ofWhatIsGone_landsOnWhatHeldIt() {
    String scenario =
        "a-book-is-lent-to-one-reader-at-a-time/asha-borrows-a-book-that-is-on-the-shelf";
    for (String gone : List.of("/failed-on-a-shelf-since-repaired", "/evidence/renamed")) {
      browser.screen(1280, 900, false).open(library.page("lending.html"), "#" + scenario + gone);

      assertThat(
              ((Number)
                      browser.run(
                          "return"
                              + " document.getElementById(arguments[0]).getBoundingClientRect().top",
                          gone.startsWith("/evidence") ? scenario + "/evidence" : scenario))
                  .doubleValue())
          .isBetween(-1.0, 40.0);
    }
  }

  @Test
  void search_forTheWordsOfARule_putsItFirstAndIsInTheAddress() {
    browser.screen(1280, 900, false).open(library.page("index.html"), "");
    List<String> rules = library.parsed("index.html").select("[data-rule]").eachText();
    for (String rule : rules) {
      browser.run(
          "const box = document.getElementById('_q'); box.value = arguments[0];"
              + "box.dispatchEvent(new Event('input'))",
          rule);
      assertThat(browser.first("ol.found a").getText()).isEqualTo(rule);
    }
    browser.first("#_q").clear();
    browser.first("#_q").sendKeys("author");
    await().atMost(Duration.ofSeconds(10)).until(() -> browser.address().endsWith("?q=author"));

    browser.open(library.page("index.html"), "?q=author");
    assertThat(browser.first("ol.found a").getText()).isEqualTo("A book is found by its author");
    assertThat(browser.first("#promises").isDisplayed()).isFalse();
  }

  @Test
  void search_byStatusAndTagFromTheAddress_narrows() {
    browser.screen(1280, 900, false).open(library.page("index.html"), "?status=pending");
    assertThat(found())
        .containsExactly("A book is found by its author", "Ben remembers the author");

    browser.open(library.page("index.html"), "?tag=%40fees");
    assertThat(found()).containsExactly("Asha returns a book <days> days late");

    browser.open(library.page("index.html"), "?q=book&status=failed");
    assertThat(found())
        .containsExactlyInAnyOrder(
            "A book that is late costs a fee, and no more than five euros",
            "Lending books",
            "Asha returns a book <days> days late",
            "Asha wants another book before paying");
    browser.open(library.page("index.html"), "?tag=%40gone");
    assertThat(browser.first("#found").getText()).isEqualTo("Nothing found.");
    browser.first("#filters button").click();
    await().atMost(Duration.ofSeconds(10)).until(() -> browser.first("#promises").isDisplayed());
  }

  @Test
  void pages_withHostileText_runNoneOfItAndAskForFilesOnly() {
    browser.screen(1280, 900, false);
    browser.requests();
    List<Object> hacked = new ArrayList<>();
    for (String page : PAGES) {
      browser.open(library.page(page), "");
      browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
      hacked.add(browser.run("return String(window.hacked)"));
    }
    browser.open(library.page("index.html"), "?q=hacked");
    hacked.add(browser.run("return String(window.hacked)"));

    assertThat(found()).isNotEmpty();
    assertThat(hacked).containsOnly("undefined");
    assertThat(browser.requests())
        .isNotEmpty()
        .allMatch(
            url -> url.startsWith("file:") || url.startsWith("data:") || url.equals("about:blank"));
    browser.open(library.page("hostile.html"), "");
    assertThat(browser.first("main").getText())
        .contains(
            "Titles <script>window.hacked = \"feature\"</script> & \"others\"",
            "<img src=x onerror=\"window.hacked='narrative'\">",
            "<img src=x onerror=\"window.hacked='cell'\">",
            "<svg onload=window.hacked='row'>");
    assertThat(browser.all("a[href^=javascript], [onload], [onerror], img")).isEmpty();
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
      assertThat(text).contains("not run").doesNotContain("Search rules");
    }
  }

  @EnabledIfSystemProperty(
      named = "screenshots",
      matches = "true",
      disabledReason = "pictures are for people: -Dscreenshots=true")
  @ParameterizedTest
  @CsvSource({
    "index.html, start",
    "lending.html, feature",
    "failures.html, failures",
  })
  void screenshots_ofThePages_areThereForPeople(String page, String name) {
    for (boolean dark : List.of(false, true)) {
      for (int width : List.of(1280, 390)) {
        browser.screen(width, 900, dark).open(library.page(page), "");
        int height =
            ((Number) browser.run("return document.documentElement.scrollHeight")).intValue();
        browser.screen(width, height, dark);
        String file = name + "-" + width + (dark ? "-dark" : "") + ".png";
        Path picture = Path.of("target", "screenshots", file);
        browser.screenshot(picture);
        assertThat(picture).isNotEmptyFile();
      }
    }
  }

  private List<String> found() {
    return browser.all("ol.found a").stream().map(WebElement::getText).toList();
  }

  private int top(String css) {
    return browser.first(css).getRect().getY();
  }

  private int bottom(String css) {
    var rect = browser.first(css).getRect();
    return rect.getY() + rect.getHeight();
  }
}
