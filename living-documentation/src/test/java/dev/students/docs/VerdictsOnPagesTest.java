package dev.students.docs;

import static dev.students.docs.MadeSite.URI;
import static dev.students.docs.MadeSite.facts;
import static dev.students.docs.MadeSite.ofStatus;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wherever a page names something that was run, it says in words how that ended. */
class VerdictsOnPagesTest {

  private final MadeSite site;

  VerdictsOnPagesTest(@TempDir Path folder) {
    this.site = new MadeSite(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "FAILED, failed",
    "PENDING, pending",
    "UNDEFINED, undefined",
    "AMBIGUOUS, ambiguous",
    "SKIPPED, skipped",
    "UNKNOWN, unfinished",
    "PASSED, passed"
  })
  void scenario_onItsPage_isHeadedByItsVerdict(String status, String told) {
    ofStatus(status).writeTo(site.run("1"), "");
    site.command();

    assertThat(site.page("a").select(".scenario h3").text()).isEqualTo("S " + told);
    assertThat(site.page("a").select(".scenario h3 .status").attr("class"))
        .isEqualTo("status " + told);
  }

  @Test
  void failure_inOneOfTwoEnvironments_isLabelledByVerdictAndEnvironment() {
    ofStatus("PASSED").writeTo(site.run("1"), facts("shelf", "2026-11-01T08:00:00Z"));
    ofStatus("PENDING").writeTo(site.run("2"), facts("van", "2026-11-02T08:00:00Z"));
    site.command();

    assertThat(site.page("failures").select(".failure > .label").text())
        .startsWith("pending on van, ");
    assertThat(site.page("index").select("[data-open]").text()).isEqualTo("S pending in A");
    assertThat(site.page("index").select("section.open").attr("class")).isEqualTo("open pending");
  }

  @Test
  void failuresPage_moreThanItShowsInFull_tellsVerdictAndEnvironmentOfTheOthers() {
    String[] names = IntStream.rangeClosed(10, 36).mapToObj(n -> "S " + n).toArray(String[]::new);
    Messages messages = Messages.ofARun().feature(URI, "A", names);
    for (String name : names) {
      messages.ran(URI, name, "UNDEFINED");
    }
    messages.finished(false).writeTo(site.run("1"), "");
    site.command();

    assertThat(site.page("failures").select(".others li").eachText())
        .containsExactly("S 35 undefined on default", "S 36 undefined on default");
  }

  @Test
  void problemsOfRuns_moreThanThree_areToldOnThePageOfAFeatureByTheFirstAndTheirNumber() {
    Messages messages = ofStatus("PASSED");
    for (int n = 1; n <= 4; n++) {
      messages.runHookStarted("h" + n, "").runHookFinished("h" + n, "FAILED", "no power");
    }
    messages.writeTo(site.run("1"), "");
    site.command();

    String first = "The last run on default: a hook of the test code failed";
    assertThat(site.page("a").select(".notice").eachText())
        .containsExactly(first, first, first, "All 4 problems of runs");
    assertThat(site.page("a").select(".notice a").eachAttr("href"))
        .containsExactly(
            "failures.html#problem-1",
            "failures.html#problem-2",
            "failures.html#problem-3",
            "failures.html");
  }

  @Test
  void example_thatPassedAtTheSecondAttempt_saysSoAndKeepsTheFirstError() {
    outline()
        .started(URI, "S", 0)
        .attachment(URI, "S", "text/plain", "11 euros")
        .step(URI, "S", "FAILED", "the till is short")
        .ended(true)
        .started(URI, "S", 1)
        .step(URI, "S", "PASSED", "")
        .ended(false)
        .finished(true)
        .writeTo(site.run("1"), "");
    site.command();

    assertThat(site.page("a").select(".examples .retry summary").text())
        .startsWith("passed at the second attempt on default, ");
    assertThat(site.page("a").select(".examples .retry pre").eachText())
        .containsExactly("the till is short", "11 euros");
  }

  @Test
  void failure_ofSeveralAttempts_saysHowMany() {
    Messages.ofARun()
        .feature(URI, "A", "S")
        .started(URI, "S", 0)
        .step(URI, "S", "FAILED", "the till is short")
        .ended(true)
        .started(URI, "S", 1)
        .step(URI, "S", "FAILED", "the till is empty")
        .ended(false)
        .finished(false)
        .writeTo(site.run("1"), "");
    site.command();

    assertThat(site.page("failures").select(".failure > .label").text())
        .isEqualTo("failed on default, 1 Jan 1970, 00:00 UTC, after 250 ms, in 2 attempts");
    assertThat(site.page("failures").select(".found-value dd").text())
        .isEqualTo("the till is empty");
  }

  /** With one example, whose pickle is that of the scenario. */
  private static Messages outline() {
    String scenario = URI + "#S";
    return Messages.ofARun()
        .feature(URI, "A", "S")
        .replace(
            "\"examples\":[]",
            "\"examples\":[{\"keyword\":\"Examples\",\"name\":\"\",\"tableHeader\":{\"cells\":[{\"value\":\"n\"}]},"
                + "\"tableBody\":[{\"id\":\"row\",\"location\":{\"line\":6},\"cells\":[{\"value\":\"1\"}]}]}]")
        .replace(
            "\"astNodeIds\":[\"" + scenario + "\"]",
            "\"astNodeIds\":[\"" + scenario + "\",\"row\"]");
  }
}
