package dev.students.docs;

import static dev.students.docs.MadeSite.facts;
import static dev.students.docs.MadeSite.green;
import static dev.students.docs.MadeSite.partial;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that are red in one way or another: nothing that the module says of them is green. */
class NeverFalselyGreenTest {

  private static final String RUNS = "dev.students.docs.FailedRuns#all";
  private static final String SCENARIOS = "dev.students.docs.FailedScenarios#all";

  private final MadeSite site;

  NeverFalselyGreenTest(@TempDir Path folder) {
    this.site = new MadeSite(folder);
  }

  @Test
  void site_ofARunThatPassed_isGreen() {
    green().writeTo(site.run("1"), "");

    site.assertGreen();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({RUNS, SCENARIOS})
  void site_ofARedRun_isNowhereGreen(String why, Messages messages, String told) {
    messages.writeTo(site.run("1"), "");

    site.assertNowhereGreen(told);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({RUNS, SCENARIOS})
  void site_ofARedRunBesideAGreenOneElsewhere_isNowhereGreen(
      String why, Messages messages, String told) {
    green().writeTo(site.run("0"), facts("van", "2026-11-01T08:00:00Z"));
    messages.writeTo(site.run("1"), facts("shelf", "2026-11-02T08:00:00Z"));

    site.assertNowhereGreen(told);
  }

  /** What went wrong with a whole run is not mended by running some of its features again. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(RUNS)
  void site_ofAFailedRunBeforeAPartialGreenOne_isNowhereGreen(
      String why, Messages messages, String told) {
    messages.writeTo(site.run("0"), facts("shelf", "2026-11-01T08:00:00Z"));
    green().writeTo(site.run("1"), partial("shelf", "2026-11-02T08:00:00Z"));

    site.assertNowhereGreen(told);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({RUNS, SCENARIOS})
  void site_ofARedRunBeforeAWholeGreenOne_isGreen(String why, Messages messages, String told) {
    messages.writeTo(site.run("0"), facts("shelf", "2026-11-01T08:00:00Z"));
    green().writeTo(site.run("1"), facts("shelf", "2026-11-02T08:00:00Z"));

    site.assertGreen();
  }
}
