package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class FailureTest {

  private final Fixture library = Fixture.library();
  private final Document failures = library.parsed("failures.html");

  @Test
  void a_failure_shows_rule_example_step_expected_and_found_without_a_click() {
    Element failure = failures.expectFirst("[data-failure]");

    assertThat(told(failure))
        .containsAllEntriesOf(
            Map.of(
                "Rule", "A book that is late costs a fee, and no more than five euros",
                "Example", "days 30 fee 5.00",
                "Step", "Then Asha owes 5.00 euros",
                "About", "debt of Asha",
                "Expected", "5.00",
                "Found", "6.00",
                "Run it again", "./check --target shelf classpath:library/lending.feature:43"));
    assertThat(failure.select("dl").parents().is("details")).isFalse();
  }

  @Test
  void one_command_runs_all_that_is_open_in_an_environment() {
    assertThat(failures.select(".rerun-all code").eachText())
        .containsExactly(
            "./check --target shelf classpath:library/lending.feature:43"
                + " classpath:library/catalogue.feature:13 classpath:library/catalogue.feature:23"
                + " classpath:library/catalogue.feature:30");
  }

  @Test
  void the_stack_trace_is_folded() {
    Element details = failures.expectFirst("[data-failure] details");

    assertThat(details.hasAttr("open")).isFalse();
    assertThat(details.text()).contains("AssertionFailedError", "LibrarySteps.owes");
  }

  @Test
  void each_open_case_is_listed_once_failures_first() {
    assertThat(failures.select("[data-failure]").eachAttr("data-failure"))
        .isEqualTo(List.of("failed", "failed", "undefined", "pending", "undefined"));
  }

  @Test
  void what_is_undefined_or_pending_says_so() {
    Element undefined = failures.expectFirst("[data-failure=undefined]");
    Element pending = failures.expectFirst("[data-failure=pending]");

    assertThat(told(undefined))
        .containsEntry("Step", "When Ben looks for \"mo\"")
        .containsEntry("Found", "no step definition matches, so nothing was checked");
    assertThat(told(pending)).containsEntry("Found", "the catalogue knows no authors");
  }

  private static Map<String, String> told(Element failure) {
    Map<String, String> told = new TreeMap<>();
    failure
        .select("dl > div")
        .forEach(row -> told.put(row.expectFirst("dt").text(), row.expectFirst("dd").text()));
    return told;
  }
}
