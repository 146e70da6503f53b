package dev.students.docs;

import static dev.students.docs.MadeSite.URI;
import static dev.students.docs.MadeSite.facts;
import static dev.students.docs.MadeSite.green;
import static dev.students.docs.MadeSite.ofStatus;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages of several processes that are one run: in one file, or a file each. */
class JoinedMessagesTest {

  private static final String OTHER = "features/b.feature";

  private final MadeSite site;

  JoinedMessagesTest(@TempDir Path folder) {
    this.site = new MadeSite(folder);
  }

  @Test
  void scenario_thatFailedInOneOfTwoJoinedRunsWithTheSameIds_failed() {
    for (List<Messages> order :
        List.of(List.of(ofStatus("FAILED"), green()), List.of(green(), ofStatus("FAILED")))) {
      order.get(0).and(order.get(1)).writeTo(site.run("1"), "");

      site.assertNowhereGreen("failed on default");
      assertThat(site.page("a").select(".scenario").eachAttr("data-status"))
          .containsExactly("failed");
    }
  }

  @Test
  void results_ofTwoJoinedRunsThatCountTheirIdsFromOne_standEachAtTheirScenario() {
    Messages first =
        Messages.ofARun().feature(URI, "A", "S").ran(URI, "S", "FAILED").finished(true);
    Messages second =
        Messages.ofARun().feature(OTHER, "B", "T").ran(OTHER, "T", "PASSED").finished(true);
    numbered(first).and(numbered(second)).writeTo(site.run("1"), "");

    site.assertNowhereGreen("failed on default");
    assertThat(statuses("a")).containsExactly("failed");
    assertThat(statuses("b")).containsExactly("passed");
  }

  /** Some writers count the nodes of each feature file from one. */
  @Test
  void results_ofFeaturesWhoseNodesHaveTheSameIds_standEachAtTheirScenario() {
    Messages.ofARun()
        .feature(URI, "A", "S")
        .feature(OTHER, "B", "T")
        .ran(URI, "S", "FAILED")
        .ran(OTHER, "T", "PASSED")
        .finished(true)
        .replace("\"id\":\"features/a.feature#S\"", "\"id\":\"1\"")
        .replace("[\"features/a.feature#S\"]", "[\"1\"]")
        .replace("\"id\":\"features/b.feature#T\"", "\"id\":\"1\"")
        .replace("[\"features/b.feature#T\"]", "[\"1\"]")
        .writeTo(site.run("1"), "");

    site.assertNowhereGreen("failed on default");
    assertThat(statuses("a")).containsExactly("failed");
    assertThat(statuses("b")).containsExactly("passed");
  }

  @Test
  void results_ofTwoRunsWhoseLinesAreInterleaved_standEachAtTheirScenario() {
    List<String> one = green().lines();
    List<String> other =
        Messages.ofARun()
            .feature(OTHER, "B", "T")
            .ran(OTHER, "T", "FAILED")
            .finished(true)
            .replace("\"id\":\"1\"", "\"id\":\"2\"")
            .replace("\"testCaseStartedId\":\"1\"", "\"testCaseStartedId\":\"2\"")
            .lines();
    Messages both = new Messages();
    for (int i = 0; i < one.size(); i++) {
      both.line(one.get(i)).line(other.get(i));
    }
    both.writeTo(site.run("1"), "");

    site.assertNowhereGreen("failed on default");
    assertThat(statuses("a")).containsExactly("passed");
    assertThat(statuses("b")).containsExactly("failed");
    assertThat(site.page("index").select("[data-problem]")).isEmpty();
  }

  @Test
  void run_inSeveralFiles_isReadWhole() throws IOException {
    Path run = Files.createDirectories(site.run("1"));
    Files.write(run.resolve("shard-1.ndjson"), green().lines());
    Files.write(run.resolve("shard-2.ndjson"), ofStatus("FAILED").lines());

    site.assertNowhereGreen("failed on default");
  }

  @Test
  void run_ofWhoseFilesOneIsCutOff_endedEarly() throws IOException {
    Path run = Files.createDirectories(site.run("1"));
    Files.write(run.resolve("shard-1.ndjson"), green().lines());
    List<String> half = new ArrayList<>(green().upTo("testCaseFinished").lines());
    half.add("{\"testCase");
    Files.write(run.resolve("shard-2.ndjson"), half);
    Files.write(run.resolve("shard-3.ndjson"), List.of());

    site.assertNowhereGreen(
        "it ended early: scenarios may be missing",
        "shard-2.ndjson, line 8: it ends in the middle of a JSON object");
  }

  @Test
  void run_ofWhoseFilesOneIsEmpty_endedEarly() throws IOException {
    Path run = Files.createDirectories(site.run("1"));
    Files.write(run.resolve("shard-1.ndjson"), green().lines());
    Files.write(run.resolve("shard-2.ndjson"), List.of());

    site.assertNowhereGreen("it ended early: scenarios may be missing");
  }

  @Test
  void failure_ofAScenarioThatAnotherVersionOfItsFeatureLacks_isTold() {
    Messages.ofARun()
        .feature(URI, "A", "S", "Gone")
        .ran(URI, "S", "PASSED")
        .ran(URI, "Gone", "FAILED")
        .finished(false)
        .writeTo(site.run("1"), facts("van", "2026-11-01T08:00:00Z"));
    green().writeTo(site.run("2"), facts("shelf", "2026-11-02T08:00:00Z"));

    site.assertNowhereGreen(
        "The last run on van: what did not pass is not in the features as they are now",
        "“Gone” in features/a.feature: failed");

    green().writeTo(site.run("3"), facts("van", "2026-11-03T08:00:00Z"));
    site.assertGreen();
  }

  @Test
  void failure_ofAScenarioThatALaterJoinedRunLacks_isTold() {
    Messages.ofARun()
        .feature(URI, "A", "S", "Gone")
        .ran(URI, "S", "PASSED")
        .ran(URI, "Gone", "FAILED")
        .finished(false)
        .and(green())
        .writeTo(site.run("1"), "");

    site.assertNowhereGreen("“gone” in features/a.feature: failed");
  }

  /** The ids of scenarios, steps and cases as numbers, the same in every run. */
  private static Messages numbered(Messages messages) {
    return messages.replace(URI + "#S", "7").replace(OTHER + "#T", "7");
  }

  private List<String> statuses(String page) {
    return site.page(page).select(".scenario").eachAttr("data-status");
  }
}
