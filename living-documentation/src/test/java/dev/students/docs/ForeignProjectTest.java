package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** A project of another team, with cucumber-js: its messages were written once and are kept. */
class ForeignProjectTest {

  static final Path RUNS = Path.of("src", "test", "resources", "foreign", "runs");

  private final Path folder = site();

  /** The site of it, made once. */
  static Path site() {
    return Made.SITE;
  }

  private static final class Made {
    private static final Path SITE = Path.of("target", "foreign-site").toAbsolutePath();

    static {
      LivingDocumentation.of(RUNS).writeTo(SITE);
    }
  }

  @Test
  void startPage_ofSeveralFolders_groupsFeaturesInNaturalOrder() throws IOException {
    assertThat(page("index").select("#promises h2:not(#open-heading)").eachText())
        .containsExactly(
            "admin",
            "Logging in (admin)",
            "shop",
            "A page that does not exist",
            "A page that is broken",
            "Logging in (shop)",
            "shop / checkout",
            "The basket",
            "Paying",
            "shop / i18n",
            "Eintrittskarten kaufen",
            "شراء التذاكر");
  }

  @Test
  void startPage_withoutRules_hasTheNamesOfScenariosAsItsLines() throws IOException {
    assertThat(page("index").select("section[aria-labelledby='basket.html'] .title").eachText())
        .containsExactly("Balance is 5", "Balance is -5", "<count> tickets cost <price> euros");
  }

  @Test
  void counts_ofTheRun_areThoseOfCucumber() throws IOException {
    assertThat(page("index").select(".counts li").text())
        .isEqualTo(
            "default 2 rules 1 passed 1 failed"
                + " 74 scenarios 62 passed 1 without steps 1 pending 2 undefined 8 failed 2 flaky");
  }

  @Test
  void addresses_ofNumbersWithOppositeSigns_tellThemApart() throws IOException {
    assertThat(page("basket").select(".scenario").eachAttr("id"))
        .containsExactly("balance-is-5", "balance-is-minus-5", "count-tickets-cost-price-euros");
  }

  @Test
  void title_ofAnExampleThatFailed_showsItsValues() throws IOException {
    assertThat(page("failures").select("[data-failure] h2").eachText())
        .contains("37 tickets cost 400 euros");
  }

  @Test
  void narrative_ofThreeLines_staysThreeLines() throws IOException {
    assertThat(page("admin-features-login").select(".narrative br")).hasSize(2);
  }

  @Test
  void scenario_withoutSteps_isToldAsSuch() throws IOException {
    Element scenario = element("admin-features-login", "a-clerk-forgets-the-card");

    assertThat(scenario.attr("data-status")).isEqualTo("without-steps");
    assertThat(scenario.text())
        .contains("This scenario has no steps.")
        .doesNotContain("step definition");
  }

  @Test
  void retriedScenario_thatPassed_saysSoAndKeepsTheFirstErrorFolded() throws IOException {
    Element retry = element("paying", "the-bank-answers-slowly").expectFirst("details.retry");

    assertThat(retry.expectFirst("summary").text())
        .startsWith("passed at the second attempt on default");
    assertThat(retry.text()).contains("The bank did not answer");
    assertThat(retry.hasAttr("open")).isFalse();
    assertThat(Files.readString(folder.resolve("assets/search.js")))
        .contains("[\"Paying\",\"paying.html\",[")
        .contains(
            "\"The bank answers slowly\",\"#the-bank-answers-slowly\",\"passed\",\"@payment"
                + " @flaky\",1,");
  }

  @Test
  void messages_withColoursOfATerminal_showNone() throws IOException {
    for (String each : List.of("index", "failures", "shop-features-login")) {
      assertThat(page(each).text()).doesNotContain("\u001b", "[31m", "[39m");
    }
    assertThat(page("shop-features-login").text()).contains("The shop is busy");
  }

  @Test
  void failure_ofAScenario_showsTheStatusOfEachStepAndHook() throws IOException {
    Element scenario = element("admin-features-login", "a-clerk-shows-a-card-that-has-expired");

    assertThat(scenario.select(".step-by-step li").eachAttr("data-step"))
        .containsExactly("passed", "failed");
    assertThat(scenario.select(".evidence img").eachAttr("src")).hasSize(1);
    assertThat(scenario.select(".evidence .label").eachText())
        .contains("Hook “tidy up” after the scenario: Log, on default");
  }

  @Test
  void evidence_ofEachMediaType_isAPictureAFileOrText() throws IOException {
    Document paying = page("paying");

    assertThat(paying.select(".evidence img").eachAttr("src"))
        .anyMatch(file -> file.endsWith(".png"))
        .anyMatch(file -> file.endsWith(".svg"));
    assertThat(paying.select(".evidence a").eachAttr("href"))
        .anyMatch(file -> file.endsWith(".pdf"))
        .contains("https://shop.example.org/");
    assertThat(paying.select(".evidence pre").eachText()).contains("Please transfer 12 euros.");
    assertThat(paying.select(".evidence td").eachText()).contains("A1", "12");
  }

  @Test
  void textOfAnyScript_runsInItsDirection() throws IOException {
    Document page = page("tadhakir");
    List<String> texts =
        List.of("h1", ".narrative", ".steps", "h3 a", ".failed-step dd", ".found-value pre");
    for (String text : texts) {
      assertThat(page.select(text).eachAttr("dir"))
          .as(text)
          .hasSameSizeAs(page.select(text))
          .containsOnly("auto");
    }
    assertThat(page.select("main").attr("dir")).isEqualTo("rtl");
    assertThat(page("index").select(".feature[dir=rtl]").eachAttr("aria-labelledby"))
        .containsExactly("tadhakir.html");
    assertThat(page("index").select(".feature > h2 a:not([dir=auto])")).isEmpty();
    for (String text : List.of("h1", ".narrative", ".steps", "h3 a")) {
      assertThat(page.select(text).eachAttr("lang"))
          .as(text)
          .hasSameSizeAs(page.select(text))
          .containsOnly("ar");
    }
  }

  @Test
  void fileName_ofAFeature_standsAtItsFootOnly() throws IOException {
    Document login = page("admin-features-login");

    assertThat(login.select(".file").text())
        .isEqualTo("Written in apps/admin/features/login.feature");
    login.select(".file, .trace, .rerun").remove();
    assertThat(login.select("main").text()).doesNotContain(".feature");
  }

  @Test
  void slowest_ofTheRun_areTenWithTheirDurations() throws IOException {
    assertThat(page("index").select("#slowest li")).hasSize(10);
    assertThat(page("index").select("#slowest .took").eachText())
        .allMatch(took -> took.matches("\\d+ ms"));
  }

  private Element element(String page, String id) throws IOException {
    return Fixture.element(page(page), id);
  }

  private Document page(String name) throws IOException {
    return Jsoup.parse(folder.resolve(name + ".html"));
  }
}
