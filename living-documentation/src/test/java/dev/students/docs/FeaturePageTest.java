package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class FeaturePageTest {

  private final Fixture library = Fixture.library();
  private final Document page = library.parsed("lending.html");

  @Test
  void examples_ofAnOutline_areATablePerBlockWithAStatusPerRowAndEnvironment() {
    assertThat(page.select("[data-examples] h4").eachText())
        .containsExactly("Within the first month", "Much later");
    Document without = page.clone();
    without.select(".took").remove();
    assertThat(without.select("[data-examples] > .scroll tr").eachText())
        .containsExactly(
            "days fee shelf van",
            "0 0.00 passed not run",
            "1 0.20 passed not run",
            "days fee shelf van",
            "10 2.00 passed not run",
            "30 5.00 failed not run");
  }

  @Test
  void exampleRow_thatFailed_leadsToItsFailure() {
    Element row = page.expectFirst("[data-example][data-status=failed]");
    String anchor = row.expectFirst("a").attr("href").substring(1);

    assertThat(Fixture.element(page, anchor).select(".values dd").text())
        .isEqualTo("days 30 fee 5.00");
  }

  @Test
  void background_ofAFeature_standsOnceAndNotAmongTheStepsOfScenarios() {
    assertThat(page.select("[data-background]")).hasSize(2);
    assertThat(page.select(".scenario .step").eachText())
        .noneMatch(step -> step.contains("the library has these books"));
  }

  @Test
  void step_withADocStringOrTable_isShownWordForWord() {
    assertThat(page.expectFirst(".scenario .step pre").wholeText())
        .isEqualTo("\"Momo\" is lent.\nWe write to you when it is back.");
    assertThat(page.expectFirst("[data-background]").select("tr").eachText())
        .containsExactly("title copies", "Momo 1", "The Neverending Story 2");
  }

  @Test
  void narrative_inMarkdown_isRendered() {
    assertThat(page.expectFirst(".narrative strong").text()).isEqualTo("everybody");
  }

  @Test
  void evidence_withATable_isFoldedAndShownAsATable() {
    Element evidence =
        Fixture.element(
            page,
            "a-book-is-lent-to-one-reader-at-a-time/asha-borrows-a-book-that-is-on-the-shelf/evidence");

    assertThat(evidence.hasAttr("open")).isFalse();
    assertThat(evidence.select("tr").eachText())
        .containsExactly("call duration units", "add 3 ms 1", "list <b>2</b> ms 0.5");
    assertThat(evidence.select(".label").eachText())
        .contains("Library calls, on van; are: counted");
  }

  @Test
  void history_ofAScenario_tellsItsLastRunsPerEnvironment() {
    String anchor = "a-reader-who-owes-money-borrows-nothing/asha-wants-another-book-before-paying";

    assertThat(Fixture.element(page, anchor).select(".history li").eachText())
        .containsExactly("shelf passed 4×", "van failed since 3 Nov 2026, 09:00 UTC at 3333333");
  }

  @Test
  void history_ofAnOutline_isThatOfItsWorstExample() {
    String anchor =
        "a-book-that-is-late-costs-a-fee-and-no-more-than-five-euros"
            + "/asha-returns-a-book-days-days-late";

    assertThat(Fixture.element(page, anchor).select("> .history li").eachText())
        .containsExactly(
            "shelf failed passed failed 2× since 2 Nov 2026, 08:00 UTC at 2222222", "van not run");
  }

  @Test
  void neighbours_ofAFeature_leadToThePreviousAndTheNext() {
    assertThat(page.select("[rel=prev], [rel=next]").eachAttr("href"))
        .containsExactly("hostile.html");
    assertThat(library.parsed("hostile.html").select("[rel=prev], [rel=next]").eachAttr("href"))
        .containsExactly("catalogue.html", "lending.html");
  }

  @Test
  void failure_inSeveralRuns_isOpenSinceTheFirstOfThem() {
    Element failure = page.expectFirst("[data-example][data-status=failed] a");
    String anchor = failure.attr("href").substring(1);

    assertThat(Fixture.element(page, anchor).select(".since dd, .last-held dd").eachText())
        .isEqualTo(List.of("2 Nov 2026, 08:00 UTC at 2222222", "1 Oct 2026, 08:00 UTC at 1111111"));
  }
}
