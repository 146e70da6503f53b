package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.docs.library.Library.Defect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of several runs counts, and what of an earlier site stays. */
class NewestRunTest {

  private static final String LENDING = "@lending";
  private static final String FIRST = "2026-11-01T08:00:00Z";
  private static final String SECOND = "2026-11-02T08:00:00Z";

  private final Fixture fixture;

  NewestRunTest(@TempDir Path folder) {
    this.fixture = new Fixture(folder).run("shelf", FIRST, "1111111", LENDING, Defect.NO_CAP);
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
    assertThat(start.select(".cell:has(.status.passed)").eachText())
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
                .select("li.rule:has([data-rule][href*=#a-book-is-lent]) .cell")
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

  private void makePartial(String time) throws IOException {
    Path facts = fixture.messages(time, "shelf").resolveSibling("run.json");
    Files.writeString(facts, Files.readString(facts).replaceFirst("\\{", "{\"partial\": true, "));
  }
}
