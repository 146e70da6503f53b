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
  void each_examples_block_is_a_table_with_a_status_per_row_and_environment() {
    assertThat(page.select("[data-examples] h4").eachText())
        .containsExactly("Within the first month", "Much later");
    assertThat(page.select("[data-examples] > .scroll tr").eachText())
        .containsExactly(
            "days fee shelf van",
            "0 0.00 passed not run",
            "1 0.20 passed not run",
            "days fee shelf van",
            "10 2.00 passed not run",
            "30 5.00 failed not run");
  }

  @Test
  void the_row_that_failed_leads_to_its_failure() {
    Element row = page.expectFirst("[data-example][data-status=failed]");
    String anchor = row.expectFirst("a").attr("href").substring(1);

    assertThat(Fixture.element(page, anchor).select(".values dd").text())
        .isEqualTo("days 30 fee 5.00");
  }

  @Test
  void a_background_stands_once_and_not_among_the_steps_of_scenarios() {
    assertThat(page.select("[data-background]")).hasSize(2);
    assertThat(page.select(".scenario .step").eachText())
        .noneMatch(step -> step.contains("the library has these books"));
  }

  @Test
  void scenarios_are_told_with_doc_strings_and_tables_word_for_word() {
    assertThat(page.expectFirst(".scenario .step pre").wholeText())
        .isEqualTo("\"Momo\" is lent.\nWe write to you when it is back.");
    assertThat(page.expectFirst("[data-background]").select("tr").eachText())
        .containsExactly("title copies", "Momo 1", "The Neverending Story 2");
  }

  @Test
  void narrative_is_markdown() {
    assertThat(page.expectFirst(".narrative strong").text()).isEqualTo("everybody");
  }

  @Test
  void what_the_steps_attached_is_folded_away_and_tables_are_tables() {
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
  void the_last_runs_of_a_scenario_stand_with_it() {
    String anchor = "a-reader-who-owes-money-borrows-nothing/asha-wants-another-book-before-paying";

    assertThat(Fixture.element(page, anchor).select(".history li").eachText())
        .containsExactly("shelf passed 4×", "van failed since 3 Nov 2026, 09:00 UTC at 3333333");
  }

  @Test
  void the_last_runs_of_an_outline_are_those_of_its_worst_example() {
    String anchor =
        "a-book-that-is-late-costs-a-fee-and-no-more-than-five-euros"
            + "/asha-returns-a-book-days-days-late";

    assertThat(Fixture.element(page, anchor).select("> .history li").eachText())
        .containsExactly(
            "shelf failed passed failed 2× since 2 Nov 2026, 08:00 UTC at 2222222", "van not run");
  }

  @Test
  void features_can_be_read_one_after_the_other() {
    assertThat(page.select("[rel=prev], [rel=next]").eachAttr("href"))
        .containsExactly("hostile.html");
    assertThat(library.parsed("hostile.html").select("[rel=prev], [rel=next]").eachAttr("href"))
        .containsExactly("catalogue.html", "lending.html");
  }

  @Test
  void an_example_is_open_since_the_first_of_the_runs_that_did_not_pass() {
    Element failure = page.expectFirst("[data-example][data-status=failed] a");
    String anchor = failure.attr("href").substring(1);

    assertThat(Fixture.element(page, anchor).select(".since dd, .last-held dd").eachText())
        .isEqualTo(List.of("2 Nov 2026, 08:00 UTC at 2222222", "1 Oct 2026, 08:00 UTC at 1111111"));
  }
}
