package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureTest {

  private final Fixture library = Fixture.library();
  private final Document failures = library.parsed("failures.html");

  @Test
  void failure_ofAnExample_showsRuleExampleStepExpectedAndFoundUnfolded() {
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
  void rerunOfAll_severalAreOpen_isOneCommandPerEnvironment() {
    assertThat(failures.select(".rerun-all code").eachText())
        .containsExactly(
            "./check --target shelf classpath:library/lending.feature:43"
                + " classpath:library/catalogue.feature:13 classpath:library/catalogue.feature:23"
                + " classpath:library/catalogue.feature:30");
  }

  @Test
  void stackTrace_ofAFailure_isFolded() {
    Element details = failures.expectFirst("[data-failure] details:has(.trace)");

    assertThat(details.hasAttr("open")).isFalse();
    assertThat(details.text()).contains("AssertionFailedError", "LibrarySteps.owes");
  }

  @Test
  void failuresPage_severalAreOpen_listsEachOnceFailuresFirst() {
    assertThat(failures.select("[data-failure]").eachAttr("data-failure"))
        .isEqualTo(List.of("failed", "failed", "undefined", "pending", "undefined"));
  }

  @Test
  void failure_ofAnUndefinedOrPendingStep_saysSo() {
    Element undefined = failures.expectFirst("[data-failure=undefined]");
    Element pending = failures.expectFirst("[data-failure=pending]");

    assertThat(told(undefined))
        .containsEntry("Step", "When Ben looks for \"mo\"")
        .containsEntry("Found", "no step definition matches, so nothing was checked");
    assertThat(told(pending)).containsEntry("Found", "the catalogue knows no authors");
  }

  @Test
  void failuresPage_twoHundredFailures_tellsTheFirstInFullAndLinksTheOthers(@TempDir Path folder)
      throws IOException {
    Path feature = folder.resolve("many.feature");
    String scenarios =
        IntStream.range(0, 200)
            .mapToObj("  Scenario: Number %d%n    Given nobody knows%n"::formatted)
            .collect(Collectors.joining());
    Files.writeString(feature, "Feature: Many\n" + scenarios);
    Fixture fixture =
        new Fixture(folder).run("2026-11-01T08:00:00Z", feature.toUri().toString()).write();
    Document page = fixture.parsed("failures.html");

    assertThat(page.select("[data-failure]")).hasSize(25);
    assertThat(page.select(".others a")).hasSize(175);
    assertThat(page.select(".others a").eachAttr("href"))
        .allSatisfy(
            href ->
                assertThat(
                        fixture
                            .parsed("many.html")
                            .getElementById(href.replaceFirst("^many.html#", "")))
                    .isNotNull());
    assertThat(Files.size(fixture.page("failures.html"))).isLessThan(100_000);
  }

  private static Map<String, String> told(Element failure) {
    Map<String, String> told = new TreeMap<>();
    failure
        .select("dl > div")
        .forEach(row -> told.put(row.expectFirst("dt").text(), row.expectFirst("dd").text()));
    return told;
  }
}
