package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser makes of addresses and of hostile text. */
@EnabledIf(value = "dev.students.docs.Browser#isExpected", disabledReason = Browser.MISSING)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {

  private static final List<String> PAGES =
      List.of("index.html", "failures.html", "lending.html", "catalogue.html", "hostile.html");

  private final Browser browser = Browser.shared();
  private final Fixture library = Fixture.library();

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

    assertThat(browser.all("ol.found a")).isNotEmpty();
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
}
