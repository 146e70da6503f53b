package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.WebElement;

/** What the search on the start page finds, and in which order. */
@EnabledIf(value = "dev.students.docs.Browser#isExpected", disabledReason = Browser.MISSING)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {

  private final Browser browser = Browser.shared();
  private final Fixture library = Fixture.library();
  private final Path foreign = ForeignProjectTest.site();

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
  void search_forAWordOfNamesAndOfSteps_ranksNamesFirst() {
    browser.screen(1280, 900, false).open(library.page("index.html"), "?q=catalogue");

    assertThat(found())
        .containsExactly(
            "The catalogue knows every book", "Ben remembers the author", "The lights are out");
  }

  @Test
  void search_forAValueOfAnExample_findsItsScenario() {
    browser.screen(1280, 900, false).open(foreign.resolve("index.html"), "?q=588");

    assertThat(found()).containsExactly("<count> tickets cost <price> euros");
  }

  @Test
  void search_forFlakyOnes_findsWhatPassedAtALaterAttempt() {
    browser.screen(1280, 900, false).open(foreign.resolve("index.html"), "?status=flaky");

    assertThat(found())
        .containsExactlyInAnyOrder(
            "The bank answers slowly",
            "A visitor logs in while the shop is busy",
            "Paying",
            "Logging in (shop)");
  }

  @Test
  void search_forFeaturesOfOneTitle_tellsThemApart() {
    browser.screen(1280, 900, false).open(foreign.resolve("index.html"), "?q=logging+in");

    assertThat(found()).startsWith("Logging in (admin)", "Logging in (shop)");
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

  private List<String> found() {
    return browser.all("ol.found a").stream().map(WebElement::getText).toList();
  }
}
