package dev.students.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.docs.library.Library.Defect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of runs that are not as they should be, and which of several runs counts. */
class ReadingTest {

  private static final String LENDING = "@lending";
  private static final String FIRST = "2026-11-01T08:00:00Z";
  private static final String SECOND = "2026-11-02T08:00:00Z";

  private final Path folder;
  private final Fixture fixture;

  ReadingTest(@TempDir Path folder) {
    this.folder = folder;
    this.fixture = new Fixture(folder).run("shelf", FIRST, "1111111", LENDING, Defect.NO_CAP);
  }

  @Test
  void run_thatWasKilled_countsAsFarAsItCameAndSaysSo() throws IOException {
    Path messages = fixture.messages(FIRST, "shelf");
    List<String> lines = Files.readAllLines(messages);
    int last = lines.size() - 1;
    while (!lines.get(last).startsWith("{\"testStepFinished\"")) {
      last--;
    }
    String half = lines.get(last).substring(0, 40);
    Files.writeString(messages, String.join("\n", lines.subList(0, last)) + "\n" + half);

    Document start = fixture.write().parsed("index.html");

    assertThat(problems(start))
        .containsExactly(
            "The last run on shelf: line %d of its messages cannot be read (protocol 30.1.0, cucumber-jvm 7.34.3)"
                .formatted(last + 1),
            "The last run on shelf: it ended early: scenarios may be missing");
    assertThat(start.select("[data-rule]").eachAttr("data-status")).contains("unfinished");
  }

  @Test
  void failure_ofAScenarioUnderWay_tellsTheLastStepThatEnded() throws IOException {
    Path messages = fixture.messages(FIRST, "shelf");
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
  void run_thatNeverGotToTheFeatures_withdrawsNone() throws IOException {
    fixture.run("shelf", SECOND, "2222222", LENDING, Defect.NONE);
    Files.writeString(fixture.messages(SECOND, "shelf"), "");

    Document start = fixture.write().parsed("index.html");

    assertThat(start.select("[data-rule]")).hasSize(7);
    assertThat(problems(start))
        .containsExactly(
            "The last run on shelf: it ended early: scenarios may be missing",
            "The last run on shelf: no scenario was run");
  }

  @Test
  void run_thatBrokeOffBeforeTheFeatures_withdrawsNoneAndSaysWhy() throws IOException {
    fixture.run("shelf", SECOND, "2222222", LENDING, Defect.NONE);
    Path messages = fixture.messages(SECOND, "shelf");
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
    assertThat(problems(start))
        .containsExactly(
            "The last run on shelf: it broke off", "The last run on shelf: no scenario was run");
    assertThat(
            fixture.parsed("failures.html").expectFirst("[data-problem=exception] pre").wholeText())
        .isEqualTo("the library is closed\nat night");
  }

  @Test
  void messages_withHalfALetter_costThatLineOnly() throws IOException {
    Path messages = fixture.messages(FIRST, "shelf");
    int lines = Files.readAllLines(messages).size();
    Files.write(messages, "{\"source\":\"".getBytes(UTF_8), StandardOpenOption.APPEND);
    Files.write(messages, new byte[] {(byte) 0xc3}, StandardOpenOption.APPEND);
    Files.write(
        messages, "\n{\"testStepFinished\":{\"q\":\"".getBytes(UTF_8), StandardOpenOption.APPEND);
    Files.write(messages, new byte[] {(byte) 0xc3}, StandardOpenOption.APPEND);

    assertThat(problems(fixture.write().parsed("index.html")))
        .containsExactly(
            "The last run on shelf: line %d of its messages cannot be read (protocol 30.1.0, cucumber-jvm 7.34.3)"
                .formatted(lines + 2));
  }

  @Test
  void messages_withAByteOrderMarkAndBlankLines_areRead() throws IOException {
    Path messages = fixture.messages(FIRST, "shelf");
    Files.writeString(messages, "\ufeff" + Files.readString(messages).replace("\n", "\r\n\n"));

    assertThat(problems(fixture.write().parsed("index.html"))).isEmpty();
  }

  @Test
  void startPage_whenNothingIsOpen_saysSo() {
    fixture.run("shelf", SECOND, "2222222", LENDING, Defect.NONE);

    Document start = fixture.write().parsed("index.html");

    assertThat(start.select(".fine .status.passed").eachText())
        .containsExactly("Everything that was put to the test passed.");
    assertThat(start.select(".open")).isEmpty();
    assertThat(fixture.parsed("failures.html").select("[data-failure]")).isEmpty();
  }

  @Test
  void verdict_ofAScenarioThatWasRetried_isThatOfTheLastAttempt() throws IOException {
    Path messages = fixture.messages(FIRST, "shelf");
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
  void run_thatIsPartial_changesWhatItRanAndWithdrawsNothing() throws IOException {
    fixture.run("shelf", SECOND, "2222222", "@fees", Defect.NONE);
    makePartial(SECOND);

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
  void rule_thatRestsOnTwoRuns_tellsOfBoth() throws IOException {
    fixture.run("shelf", SECOND, "2222222", "@lending", Defect.NONE);
    makePartial(SECOND);
    Path messages = fixture.messages(SECOND, "shelf");
    String left = "Asha borrows a book that is on the shelf";
    List<String> lines = Files.readAllLines(messages);
    String pickle = id(lines, "{\"pickle\"", left);
    String testCase = id(lines, "{\"testCase\"", pickle);
    String attempt = id(lines, "{\"testCaseStarted\"", testCase);
    lines.removeIf(line -> line.contains(testCase) || line.contains(attempt));
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

  private static String id(List<String> lines, String kind, String part) {
    return lines.stream()
        .filter(line -> line.startsWith(kind) && line.contains(part))
        .findFirst()
        .orElseThrow()
        .replaceFirst(".*?\"id\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void feature_thatTheNewestRunNoLongerHas_isNoLongerShown() {
    fixture.run("shelf", FIRST, "1111111", "", Defect.NONE);
    fixture.write();
    assertThat(fixture.page("catalogue.html")).exists();
    fixture.run(SECOND, "classpath:library/lending.feature");

    fixture.write();

    assertThat(fixture.page("catalogue.html")).doesNotExist();
    assertThat(fixture.page("lending.html")).exists();
  }

  @Test
  void files_ofAnEarlierSite_areRemovedAndOtherFilesStay() throws IOException {
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
  void runs_ofWhichNoneCanBeRead_areRefusedWithTheReasons() throws IOException {
    Path messages = fixture.messages(FIRST, "shelf");
    Files.writeString(messages, "<html>");

    assertThatThrownBy(fixture::write)
        .isInstanceOf(LivingDocumentationException.class)
        .hasMessage(
            "There is no run in %s that can be read. Each run is a folder with messages.ndjson and,"
                + " if you like, run.json.\n"
                + "2026-11-01T080000Z-shelf is left out: messages.ndjson does not hold Cucumber"
                + " messages: line 1 cannot be read: it is not one JSON object",
            fixture.runs());
  }

  @Test
  void runJson_withAddressesThatCouldBeScripts_linksNone() throws IOException {
    Path facts = fixture.messages(FIRST, "shelf").resolveSibling("run.json");
    Files.writeString(
        facts,
        Files.readString(facts)
            .replace("https://ci.example.org/builds/7", "javascript:alert(1)")
            .replace("cucumber.html", "../../../../etc/passwd"));

    assertThat(fixture.write().parsed("index.html").select(".runs a")).isEmpty();
  }

  @Test
  void runJson_withNullsOnly_isAsGoodAsMissing() throws IOException {
    Path facts = fixture.messages(FIRST, "shelf").resolveSibling("run.json");
    Files.writeString(
        facts,
        "{\"environment\": null, \"commit\": null, \"time\": null, \"build\": null, \"directory\":"
            + " null,"
            + " \"rerun\": null, \"rawReport\": null, \"partial\": null, \"later\": {}}"
                .replace(", \"later\": {}", ", \"later\": 1"));
    String withNulls = fixture.write().parsed("index.html").select(".runs").text();
    Files.delete(facts);

    assertThat(fixture.write().parsed("index.html").select(".runs").text()).isEqualTo(withNulls);
    assertThat(withNulls).startsWith("Where this comes from default: ");
  }

  @Test
  void runJson_missing_isReplacedByWhatTheMessagesSay(@TempDir Path runs) {
    new Messages()
        .line(
            """
            {"meta":{"ci":{"name":"CI","url":"https://ci.example.org/7","git":{"revision":"abcdef0123"}}}}\
            """)
        .line("{\"testRunStarted\":{\"timestamp\":{\"seconds\":1793520000,\"nanos\":0}}}")
        .feature("a.feature", "A", "S")
        .ran("a.feature", "S", "PASSED")
        .finished(true)
        .writeTo(runs, "");
    LivingDocumentation.of(runs).writeTo(fixture.site());

    assertThat(fixture.parsed("index.html").select(".runs li").text())
        .isEqualTo("default: 1 Nov 2026, 08:00 UTC at abcdef0, its build; 1 run kept here.");
    assertThat(fixture.parsed("index.html").select(".runs a").attr("href"))
        .isEqualTo("https://ci.example.org/7");
  }

  @Test
  void describedRunsOnly_folderWithoutRunJson_isPassedOver() throws IOException {
    fixture.run("shelf", SECOND, "2222222", LENDING, Defect.NONE);
    Files.delete(fixture.messages(SECOND, "shelf").resolveSibling("run.json"));
    Files.createDirectories(fixture.runs().resolve("under-way"));

    Site site = LivingDocumentation.of(fixture.runs()).describedRunsOnly().writeTo(fixture.site());

    assertThat(site.problems()).isZero();
    assertThat(fixture.parsed("index.html").select(".runs li").text()).contains("1 run kept here");
  }

  @Test
  void rawReport_howeverTheFolderIsGiven_isLinked() {
    Path here = Path.of("").toAbsolutePath();
    Path runs = Path.of(".").resolve(here.relativize(fixture.runs().toAbsolutePath()));

    LivingDocumentation.of(runs).writeTo(fixture.site());

    assertThat(fixture.parsed("index.html").select(".runs a[href$=cucumber.html]")).hasSize(1);
  }

  @Test
  void rerun_withADirectory_namesLocationsFromThere() throws IOException {
    Path feature = folder.resolve("features/a.feature");
    Files.createDirectories(feature.getParent());
    Files.writeString(feature, "Feature: A\n  Scenario: B\n    Given nobody knows\n");
    fixture.run(SECOND, feature.toUri().toString());
    Path facts = fixture.messages(SECOND, "shelf").resolveSibling("run.json");
    Files.writeString(
        facts, Files.readString(facts).replaceFirst("\\{", "{\"directory\": \"" + folder + "\", "));

    assertThat(fixture.write().parsed("a.html").select(".rerun dd").text())
        .isEqualTo("./check --target shelf features/a.feature:2");
  }

  private void makePartial(String time) throws IOException {
    Path facts = fixture.messages(time, "shelf").resolveSibling("run.json");
    Files.writeString(facts, Files.readString(facts).replaceFirst("\\{", "{\"partial\": true, "));
  }

  private static List<String> problems(Document start) {
    return start.select("[data-problem]").eachText();
  }
}
