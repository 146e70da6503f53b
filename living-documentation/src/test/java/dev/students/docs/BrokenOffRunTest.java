package dev.students.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.docs.library.Library.Defect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of runs that did not end as they should. */
class BrokenOffRunTest {

  private static final String LENDING = "@lending";
  private static final String FIRST = "2026-11-01T08:00:00Z";
  private static final String SECOND = "2026-11-02T08:00:00Z";

  private final Path folder;
  private final Fixture fixture;

  BrokenOffRunTest(@TempDir Path folder) {
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
  void messages_withHalfALetter_costThoseLinesOnly() throws IOException {
    Path messages = fixture.messages(FIRST, "shelf");
    Files.write(messages, "{\"source\":\"".getBytes(UTF_8), StandardOpenOption.APPEND);
    Files.write(messages, new byte[] {(byte) 0xc3}, StandardOpenOption.APPEND);
    Files.write(
        messages, "\n{\"testStepFinished\":{\"q\":\"".getBytes(UTF_8), StandardOpenOption.APPEND);
    Files.write(messages, new byte[] {(byte) 0xc3}, StandardOpenOption.APPEND);

    assertThat(problems(fixture.write().parsed("index.html")))
        .containsExactly(
            "The last run on shelf: 2 lines of its messages cannot be read (protocol 30.1.0, cucumber-jvm 7.34.3)");
  }

  @Test
  void messages_withAByteOrderMarkAndBlankLines_areRead() throws IOException {
    Path messages = fixture.messages(FIRST, "shelf");
    Files.writeString(messages, "\ufeff\r\n" + Files.readString(messages).replace("\n", "\r\n\n"));

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
  void runs_ofWhichNoneCanBeRead_replaceAGreenSiteByOneThatTellsWhy() throws IOException {
    fixture.run("shelf", SECOND, "2222222", LENDING, Defect.NONE).write();
    for (String time : List.of(FIRST, SECOND)) {
      Files.writeString(fixture.messages(time, "shelf"), "<html>");
    }

    Document start = fixture.write().parsed("index.html");

    assertThat(problems(start))
        .containsExactly(
            "The run 2026-11-02T080000Z-shelf is left out: messages.ndjson does not hold Cucumber"
                + " messages: line 1 cannot be read: it is not one JSON object",
            "The run 2026-11-01T080000Z-shelf is left out: messages.ndjson does not hold Cucumber"
                + " messages: line 1 cannot be read: it is not one JSON object");
    assertThat(fixture.parsed("failures.html").text()).doesNotContain("Nothing fails");
    assertThat(fixture.page("lending.html")).doesNotExist();
  }

  @Test
  void folder_withoutRuns_isRefused() throws IOException {
    Files.createDirectories(folder.resolve("empty"));

    assertThatThrownBy(() -> LivingDocumentation.of(folder.resolve("empty")).writeTo(folder))
        .isInstanceOf(LivingDocumentationException.class)
        .hasMessage(
            "There is no run in %s. Each run is a folder with messages.ndjson and, if you like,"
                + " run.json.",
            folder.resolve("empty"));
  }

  private static List<String> problems(Document start) {
    return start.select("[data-problem]").eachText();
  }
}
