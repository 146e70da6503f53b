package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.messages.NdjsonToMessageIterable;
import io.cucumber.messages.ndjson.Deserializer;
import io.cucumber.messages.types.Envelope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartPageTest {

  private final Fixture library = Fixture.library();
  private final Document start = library.parsed("index.html");

  @Test
  void startPage_eachRuleOfTheMessages_hasOneLinkThatLandsOnIt() throws IOException {
    List<String> titles = start.select("[data-rule]").eachText();

    assertThat(titles).containsExactlyInAnyOrderElementsOf(rulesInMessages());
    for (Element link : start.select("[data-rule]")) {
      String[] address = link.attr("href").split("#", 2);
      String anchor =
          java.net.URLDecoder.decode(address[1], java.nio.charset.StandardCharsets.UTF_8);
      Element target = Fixture.element(library.parsed(address[0]), anchor);
      assertThat(target).as(link.attr("href")).isNotNull();
      assertThat(target.expectFirst("h2").text()).isEqualTo(link.text());
    }
  }

  @Test
  void rule_ofSeveralScenarios_isWhatItsWorstScenarioIs() {
    Map<String, String> statuses = new LinkedHashMap<>();
    start.select("[data-rule]").forEach(r -> statuses.put(r.text(), r.attr("data-status")));

    assertThat(statuses)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "A book is found by a part of its title", "undefined",
                "A book is found by its author", "pending",
                "A book is found in the dark", "undefined",
                "A title is shown <b>as it is</b>, also \"quoted\" & 'so'", "passed",
                "A book is lent to one reader at a time", "passed",
                "A book that is late costs a fee, and no more than five euros", "failed",
                "A reader who owes money borrows nothing", "failed"));
  }

  @Test
  void rule_inEachEnvironment_hasACellWithStatusTimeAndWhenItLastHeld() {
    assertThat(cells("A book that is late costs a fee, and no more than five euros"))
        .containsExactly(
            "shelf failed 3 Nov 2026, 08:00 UTC at 3333333"
                + " last held 1 Oct 2026, 08:00 UTC at 1111111",
            "van not run");
    assertThat(cells("A reader who owes money borrows nothing"))
        .containsExactly(
            "shelf passed 3 Nov 2026, 08:00 UTC at 3333333",
            "van failed 3 Nov 2026, 09:00 UTC at 3333333 never held in the one run kept here");
    assertThat(start.select("li.rule:has([data-rule])"))
        .allSatisfy(rule -> assertThat(rule.select(".cell")).hasSize(2));
    assertThat(start.select(".cell:not(:has(.status.not-run)) time[datetime]").size())
        .isGreaterThanOrEqualTo(start.select(".cell:not(:has(.status.not-run))").size());
  }

  @Test
  void needsAttention_failuresAndOthers_linksFailuresFirst() {
    assertThat(start.select("[data-open]").eachAttr("data-open"))
        .containsExactly("failed", "failed", "undefined");
    assertThat(start.expectFirst(".open .more a").attr("href")).isEqualTo("failures.html");
    String href = start.expectFirst("[data-open] a").attr("href");
    String[] address = href.split("#", 2);

    assertThat(Fixture.element(library.parsed(address[0]), address[1]).attr("data-failure"))
        .isEqualTo("failed");
  }

  @Test
  void startPage_scenarioOutsideOfAnyRule_isALineOfItsOwn() {
    assertThat(start.select("[data-scenario]").eachText())
        .containsExactly("The catalogue knows every book");
    assertThat(start.expectFirst("[data-scenario]").attr("href"))
        .isEqualTo("catalogue.html#the-catalogue-knows-every-book");
    assertThat(start.select("li.rule:has([data-scenario]) .cell").eachText())
        .containsExactly("shelf passed 3 Nov 2026, 08:00 UTC at 3333333", "van not run");
    assertThat(library.parsed("catalogue.html").select(".scenario h3 a").eachText())
        .contains("The catalogue knows every book");
  }

  @Test
  void counts_ofEachEnvironment_comeFirstAndAddUp() {
    assertThat(start.select(".counts li").eachText())
        .containsExactly(
            "shelf 7 rules 3 passed 1 pending 2 undefined 1 failed"
                + " 15 scenarios 11 passed 1 pending 2 undefined 1 failed",
            "van 7 rules 1 passed 5 not run 1 failed 15 scenarios 2 passed 12 not run 1 failed");
    assertThat(start.expectFirst("main").child(2).className()).isEqualTo("counts");
  }

  @Test
  void startPage_ofFourHundredScenariosWithoutRules_showsWhatIsOpenAndCountsTheRest(
      @TempDir Path folder) {
    Messages messages = Messages.ofARun();
    for (int i = 0; i < 40; i++) {
      String uri = "features/f" + i + ".feature";
      String[] names =
          IntStream.range(0, 10).mapToObj(nth -> "Scenario " + nth).toArray(String[]::new);
      messages.feature(uri, "Feature " + i, names);
      for (String name : names) {
        messages.ran(uri, name, i == 7 && name.endsWith("3") ? "FAILED" : "PASSED");
      }
    }
    MadeSite site = new MadeSite(folder);
    messages.finished(false).writeTo(site.run("1"), "");
    site.command();

    Document page = site.page("index");
    assertThat(page.select(".feature")).hasSize(40);
    assertThat(page.select(".feature .title").eachText()).containsExactly("Scenario 3");
    assertThat(page.select("section[aria-labelledby='f7.html'] .others").text())
        .isEqualTo("9 more 9 passed");
    assertThat(page.select("section[aria-labelledby='f8.html'] .others").text())
        .isEqualTo("10 in all 10 passed");
    assertThat(page.outerHtml().length()).isLessThan(50_000);
  }

  @Test
  void runs_ofEachEnvironment_areToldWithTheirBuildAndRawReport() {
    assertThat(start.select(".runs li").eachText())
        .containsExactly(
            "shelf: 3 Nov 2026, 08:00 UTC at 3333333, its build, Cucumber’s own report; 4 runs kept"
                + " here.",
            "van: 3 Nov 2026, 09:00 UTC at 3333333, its build, Cucumber’s own report; 1 run kept"
                + " here.");
    assertThat(start.select(".runs a[href$=cucumber.html]"))
        .allSatisfy(link -> assertThat(library.site().resolve(link.attr("href"))).isRegularFile());
  }

  @Test
  void headings_onEveryPage_holdNamesAndNoFiles() throws IOException {
    for (String page : List.of("index.html", "failures.html", "lending.html", "catalogue.html")) {
      Document document = library.parsed(page);
      assertThat(document.select("nav, h1, h2, h3, h4, h5, h6, title, .rule a").text())
          .doesNotContain("classpath:", ".feature", "file:");
      assertThat(document.select("h1")).hasSize(1);
      assertThat(document.select("main")).hasSize(1);
      assertThat(document.expectFirst("html").attr("lang")).isEqualTo("en");
      assertThat(document.expectFirst("body > a").attr("href")).isEqualTo("#_main");
    }
  }

  private List<String> cells(String rule) {
    return start.select("li.rule:has([data-rule])").stream()
        .filter(item -> item.expectFirst("[data-rule]").text().equals(rule))
        .flatMap(item -> item.select(".cell").eachText().stream())
        .toList();
  }

  private List<String> rulesInMessages() throws IOException {
    List<String> rules = new ArrayList<>();
    Deserializer deserializer = new Deserializer();
    try (InputStream in = Files.newInputStream(library.messages("2026-11-03T08:00:00Z", "shelf"));
        NdjsonToMessageIterable messages =
            new NdjsonToMessageIterable(in, json -> deserializer.readValue(json))) {
      for (Envelope message : messages) {
        message
            .getGherkinDocument()
            .flatMap(document -> document.getFeature())
            .ifPresent(
                feature ->
                    feature
                        .getChildren()
                        .forEach(c -> c.getRule().ifPresent(rule -> rules.add(rule.getName()))));
      }
    }
    return rules;
  }
}
