package dev.students.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.docs.library.Library.Defect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of runs that are not as they should be, and which of several runs counts. */
class ReadingTest {

  private static final String LENDING = "@lending";

  private final Path folder;
  private final Fixture fixture;

  ReadingTest(@TempDir Path folder) {
    this.folder = folder;
    this.fixture =
        new Fixture(folder).run("shelf", "2026-11-01T08:00:00Z", "1111111", LENDING, Defect.NO_CAP);
  }

  @Test
  void a_run_that_was_killed_counts_as_far_as_it_came_and_says_so() throws IOException {
    Path messages = fixture.messages("2026-11-01T08:00:00Z", "shelf");
    List<String> lines = Files.readAllLines(messages);
    int last = lines.size() - 1;
    while (!lines.get(last).startsWith("{\"testStepFinished\"")) {
      last--;
    }
    String half = lines.get(last).substring(0, 40);
    Files.writeString(messages, String.join("\n", lines.subList(0, last)) + "\n" + half);

    Document start = fixture.write().parsed("index.html");

    assertThat(start.select(".notice").eachText())
        .containsExactly(
            "the last run on shelf: it ended early: scenarios may be missing",
            "the last run on shelf: its messages cannot be read beyond line " + last);
    assertThat(start.select("[data-rule]").eachAttr("data-status")).contains("unfinished");
  }

  @Test
  void of_a_scenario_that_was_under_way_the_last_step_that_ended_is_told() throws IOException {
    Path messages = fixture.messages("2026-11-01T08:00:00Z", "shelf");
    List<String> lines = Files.readAllLines(messages);
    int last = lines.size() - 1;
    while (!lines.get(last).startsWith("{\"testCaseFinished\"")) {
      last--;
    }
    Files.write(messages, lines.subList(0, last));

    Element failure =
        fixture.write().parsed("failures.html").expectFirst("[data-failure=unfinished]");

    assertThat(failure.select(".failed-step dd").text()).isEqualTo("After: Then Asha has no books");
  }

  @Test
  void a_run_that_never_got_to_the_features_withdraws_none() throws IOException {
    fixture.run("shelf", "2026-11-02T08:00:00Z", "2222222", LENDING, Defect.NONE);
    Files.writeString(fixture.messages("2026-11-02T08:00:00Z", "shelf"), "");

    Document start = fixture.write().parsed("index.html");

    assertThat(start.select("[data-rule]")).hasSize(7);
    assertThat(start.select(".notice").eachText())
        .containsExactly("the last run on shelf: it ended early: scenarios may be missing");
  }

  @Test
  void a_run_that_broke_off_before_the_features_withdraws_none_and_says_why() throws IOException {
    fixture.run("shelf", "2026-11-02T08:00:00Z", "2222222", LENDING, Defect.NONE);
    Path messages = fixture.messages("2026-11-02T08:00:00Z", "shelf");
    List<String> lines = Files.readAllLines(messages);
    String broken =
        lines
            .get(lines.size() - 1)
            .replaceFirst(
                "\\{\"testRunFinished\":\\{",
                "{\"testRunFinished\":{\"exception\":{\"type\":\"IllegalStateException\","
                    + "\"message\":\"the library is closed\\\\nat night\"},");
    Files.write(messages, List.of(lines.get(0), broken));

    Document start = fixture.write().parsed("index.html");

    assertThat(start.select("[data-rule]")).hasSize(7);
    assertThat(start.select(".notice").eachText())
        .containsExactly("the last run on shelf: it broke off: the library is closed");
    assertThat(start.select(".fine")).isEmpty();
  }

  @Test
  void half_a_letter_at_the_end_costs_that_line_only() throws IOException {
    Path messages = fixture.messages("2026-11-01T08:00:00Z", "shelf");
    int lines = Files.readAllLines(messages).size();
    Files.write(messages, "{\"source\":\"".getBytes(UTF_8), StandardOpenOption.APPEND);
    Files.write(messages, new byte[] {(byte) 0xc3}, StandardOpenOption.APPEND);
    Files.write(
        messages, "\n{\"testStepFinished\":{\"q\":\"".getBytes(UTF_8), StandardOpenOption.APPEND);
    Files.write(messages, new byte[] {(byte) 0xc3}, StandardOpenOption.APPEND);

    assertThat(fixture.write().parsed("index.html").select(".notice").eachText())
        .containsExactly(
            "the last run on shelf: its messages cannot be read beyond line " + (lines + 1));
  }

  @Test
  void when_nothing_is_open_the_start_page_says_so() {
    fixture.run("shelf", "2026-11-02T08:00:00Z", "2222222", LENDING, Defect.NONE);

    Document start = fixture.write().parsed("index.html");

    assertThat(start.select(".fine .status.passed").eachText())
        .containsExactly("Every rule that was put to the test held.");
    assertThat(start.select(".open")).isEmpty();
    assertThat(fixture.parsed("failures.html").select("[data-failure]")).isEmpty();
  }

  @Test
  void of_a_scenario_that_was_tried_again_the_last_attempt_counts() throws IOException {
    Path messages = fixture.messages("2026-11-01T08:00:00Z", "shelf");
    List<String> lines = new ArrayList<>();
    List<String> attempt = new ArrayList<>();
    for (String line : Files.readAllLines(messages)) {
      if (line.startsWith("{\"testCaseStarted\"")) {
        attempt.clear();
      }
      attempt.add(line);
      if (!line.startsWith("{\"testCaseFinished\"")) {
        lines.add(line);
        continue;
      }
      boolean failed = attempt.stream().anyMatch(each -> each.contains("\"FAILED\""));
      lines.add(line.replace("\"willBeRetried\":false", "\"willBeRetried\":" + failed));
      if (failed) {
        attempt.forEach(each -> lines.add(secondAttempt(each)));
      }
    }
    Files.write(messages, lines);

    Document start = fixture.write().parsed("index.html");

    assertThat(start.select("[data-rule]").eachAttr("data-status"))
        .contains("passed")
        .containsOnly("passed", "not-run");
  }

  private static String secondAttempt(String message) {
    return message
        .replaceAll("(\"testCaseStartedId\":\"|\"testCaseStarted\":\\{.*\"id\":\")", "$1again-")
        .replace("\"attempt\":0", "\"attempt\":1")
        .replace("\"FAILED\"", "\"PASSED\"");
  }

  @Test
  void a_partial_run_changes_what_it_ran_and_withdraws_nothing() throws IOException {
    fixture.run("shelf", "2026-11-02T08:00:00Z", "2222222", "@fees", Defect.NONE);
    Path facts = fixture.messages("2026-11-02T08:00:00Z", "shelf").resolveSibling("run.json");
    Files.writeString(facts, Files.readString(facts).replaceFirst("\\{", "{\"partial\": true, "));

    Document start = fixture.write().parsed("index.html");

    assertThat(start.select("[data-rule]").eachAttr("data-status"))
        .filteredOn(status -> status.equals("passed"))
        .hasSize(3);
    assertThat(start.select(".cell[data-status=passed]").eachText())
        .containsExactly(
            "shelf passed 1 Nov 2026, 08:00 UTC at 1111111",
            "shelf passed 2 Nov 2026, 08:00 UTC at 2222222",
            "shelf passed 1 Nov 2026, 08:00 UTC at 1111111");
  }

  @Test
  void a_rule_that_rests_on_two_runs_tells_of_both() throws IOException {
    fixture.run("shelf", "2026-11-02T08:00:00Z", "2222222", "@lending", Defect.NONE);
    Path messages = fixture.messages("2026-11-02T08:00:00Z", "shelf");
    Path facts = messages.resolveSibling("run.json");
    Files.writeString(facts, Files.readString(facts).replaceFirst("\\{", "{\"partial\": true, "));
    String left = "Asha borrows a book that is on the shelf";
    List<String> lines = Files.readAllLines(messages);
    String pickle =
        lines.stream()
            .filter(line -> line.startsWith("{\"pickle\"") && line.contains(left))
            .findFirst()
            .orElseThrow();
    String id = pickle.replaceFirst(".*?\"id\":\"([^\"]+)\".*", "$1");
    lines.removeIf(line -> line.startsWith("{\"testCase\"") && line.contains(id));
    Files.write(messages, lines);

    assertThat(
            fixture
                .write()
                .parsed("index.html")
                .select("li.rule:has([data-rule^=a-book-is-lent]) .cell")
                .text())
        .isEqualTo(
            "shelf passed 2 Nov 2026, 08:00 UTC at 2222222"
                + " in part 1 Nov 2026, 08:00 UTC at 1111111");
  }

  @Test
  void a_feature_that_the_newest_run_no_longer_has_is_no_longer_promised() throws IOException {
    fixture.run("shelf", "2026-11-02T08:00:00Z", "2222222", "", Defect.NONE);
    Path messages = fixture.messages("2026-11-02T08:00:00Z", "shelf");
    List<String> lines =
        Files.readAllLines(messages).stream()
            .filter(line -> !line.contains("classpath:library/catalogue.feature"))
            .toList();
    Files.write(messages, lines);

    fixture.write();

    assertThat(fixture.page("catalogue.html")).doesNotExist();
    assertThat(fixture.page("lending.html")).exists();
  }

  @Test
  void pages_of_an_earlier_site_go_and_other_files_stay() throws IOException {
    fixture.write();
    Path stranger = Files.writeString(fixture.page("notes.txt"), "mine");
    Path old = Files.writeString(fixture.page("old.html"), "old");
    Files.writeString(fixture.page("files.txt"), "old.html\n../runs/outside.html\n");
    Path outside = Files.writeString(fixture.runs().resolve("outside.html"), "not ours");

    fixture.write();

    assertThat(old).doesNotExist();
    assertThat(stranger).exists();
    assertThat(outside).exists();
  }

  @Test
  void wrong_facts_are_refused_with_the_file_and_the_field() throws IOException {
    Path facts = fixture.messages("2026-11-01T08:00:00Z", "shelf").resolveSibling("run.json");
    Files.writeString(facts, "{\"environment\": \"shelf\", \"time\": \"yesterday\"}");
    assertThatThrownBy(fixture::write)
        .isInstanceOf(LivingDocumentationException.class)
        .hasMessage(facts + ": \"time\" must be like 2026-11-23T22:00:00Z, but is \"yesterday\"");

    Files.writeString(facts, "{\"time\": \"2026-11-23T22:00:00Z\"}");
    assertThatThrownBy(fixture::write)
        .hasMessage(facts + ": \"environment\" must name where the run took place");

    Files.writeString(facts, "{");
    assertThatThrownBy(fixture::write).hasMessageStartingWith(facts + " cannot be read as JSON");
  }

  @Test
  void an_address_that_could_be_a_script_becomes_no_link() throws IOException {
    Path facts = fixture.messages("2026-11-01T08:00:00Z", "shelf").resolveSibling("run.json");
    Files.writeString(
        facts,
        Files.readString(facts)
            .replace("https://ci.example.org/builds/7", "javascript:alert(1)")
            .replace("cucumber.html", "../../../../etc/passwd"));

    assertThat(fixture.write().parsed("index.html").select(".runs a")).isEmpty();
  }

  @Test
  void the_raw_report_is_found_however_the_folder_is_given() {
    Path here = Path.of("").toAbsolutePath();
    Path runs = Path.of(".").resolve(here.relativize(fixture.runs().toAbsolutePath()));

    LivingDocumentation.of(runs).writeTo(fixture.site());

    assertThat(fixture.parsed("index.html").select(".runs a[href$=cucumber.html]")).hasSize(1);
  }

  @Test
  void a_command_names_places_from_where_the_run_was_started() throws IOException {
    Path feature = folder.resolve("features/a.feature");
    Files.createDirectories(feature.getParent());
    Files.writeString(feature, "Feature: A\n  Scenario: B\n    Given nobody knows\n");
    fixture.run("2026-11-02T08:00:00Z", feature.toUri().toString());
    Path facts = fixture.messages("2026-11-02T08:00:00Z", "shelf").resolveSibling("run.json");
    Files.writeString(
        facts, Files.readString(facts).replaceFirst("\\{", "{\"directory\": \"" + folder + "\", "));

    assertThat(fixture.write().parsed("a.html").select(".rerun dd").text())
        .isEqualTo("./check --target shelf features/a.feature:2");
  }

  @Test
  void a_folder_without_messages_is_left_out_and_named() throws IOException {
    Files.createDirectories(fixture.runs().resolve("broken"));

    assertThat(fixture.write().parsed("index.html").select(".left-out").eachText())
        .containsExactly("broken is left out: it has no run.json");
  }

  @Test
  void messages_that_are_none_are_refused() throws IOException {
    Path messages = fixture.messages("2026-11-01T08:00:00Z", "shelf");
    Files.writeString(messages, "<html>");

    assertThatThrownBy(fixture::write)
        .hasMessageStartingWith(messages + " does not hold Cucumber messages");
  }

  @Test
  void the_command_line_says_what_it_made_or_what_is_wrong() {
    String site = folder.resolve("made").toString();

    assertThat(run("--runs", fixture.runs().toString(), "--out", site, "--title", "Books"))
        .matches("0 \\Q" + site + "\\E/index.html: 5 pages, \\d+ kB, 7 rules, 1 of them open\n");
    assertThat(run("--runs", folder.resolve("none").toString(), "--out", site))
        .isEqualTo(
            "1 "
                + folder.resolve("none")
                + " is not a folder: give the folder that holds the runs, a folder each\n");
    assertThat(run("--runs", "x")).startsWith("2 usage: ");
    assertThat(run("--what", "x")).startsWith("2 unknown: --what");
    assertThat(run("--help")).startsWith("0 usage: ");
    assertThat(run("--runs")).startsWith("2 a value is missing after --runs");
  }

  private static String run(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int status = dev.students.docs.internal.CommandLine.run(arguments, out, out);
    return status + " " + bytes.toString(StandardCharsets.UTF_8);
  }
}
