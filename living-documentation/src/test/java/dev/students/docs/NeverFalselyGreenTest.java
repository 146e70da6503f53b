package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.docs.internal.DocumentationCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that are red in one way or another: nothing that the module says of them is green. */
class NeverFalselyGreenTest {

  private static final String A = "features/a.feature";
  private static final String BEFORE_ALL =
      "{\"hook\":{\"id\":\"h\",\"type\":\"BEFORE_TEST_RUN\",\"name\":\"open the library\"}}";
  private static final String HOOK_STARTED =
      "{\"testRunHookStarted\":{\"id\":\"hs\",\"hookId\":\"h\"}}";

  private final Path folder;

  NeverFalselyGreenTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void site_ofARunThatPassed_isGreen() throws IOException {
    green().writeTo(run("1"), "");

    assertThat(command()).startsWith("0 ").endsWith("1 scenario: all that was run passed\n");
    assertThat(page("failures.html").text()).contains("Nothing fails");
    assertThat(page("index.html").select(".fine")).hasSize(1);
    assertThat(page("index.html").select("header nav").text())
        .isEqualTo("Living documentation Failures");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("redRuns")
  void site_ofARedRun_isNowhereGreen(String why, Messages messages, String told)
      throws IOException {
    messages.writeTo(run("1"), "");

    assertNowhereGreen(told);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("redRuns")
  void site_ofARedRunBesideAGreenOneElsewhere_isNowhereGreen(
      String why, Messages messages, String told) throws IOException {
    green().writeTo(run("0"), facts("van", "2026-11-01T08:00:00Z", ""));
    messages.writeTo(run("1"), facts("shelf", "2026-11-02T08:00:00Z", ""));

    assertNowhereGreen(told);
  }

  /** What went wrong with a whole run is not mended by running some of its features again. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("runsWithProblems")
  void site_ofARedRunBeforeAPartialGreenOne_isNowhereGreen(
      String why, Messages messages, String told) throws IOException {
    messages.writeTo(run("0"), facts("shelf", "2026-11-01T08:00:00Z", ""));
    green().writeTo(run("1"), facts("shelf", "2026-11-02T08:00:00Z", ", \"partial\": true"));

    assertNowhereGreen(told);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runsWithProblems")
  void site_ofARedRunBeforeAWholeGreenOne_isGreen(String why, Messages messages, String told) {
    messages.writeTo(run("0"), facts("shelf", "2026-11-01T08:00:00Z", ""));
    green().writeTo(run("1"), facts("shelf", "2026-11-02T08:00:00Z", ""));

    assertThat(command()).startsWith("0 ");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFolders")
  void site_besideAFolderThatCannotBeRead_isNowhereGreenAndHasTheOtherRuns(
      String why, String messages, String facts, String told) throws IOException {
    green().writeTo(run("good"), "");
    Path bad = Files.createDirectories(run("bad"));
    if (!messages.isEmpty()) {
      Files.writeString(bad.resolve("messages.ndjson"), messages);
    }
    if (!facts.isEmpty()) {
      Files.writeString(bad.resolve("run.json"), facts);
    }

    assertNowhereGreen("The run bad is left out: " + told);
    assertThat(page("a.html").select(".scenario").attr("data-status")).isEqualTo("passed");
  }

  private static Stream<Arguments> badFolders() {
    String messages = String.join("\n", green().lines());
    return Stream.of(
        Arguments.of("no messages", "", "{}", "it has no messages.ndjson"),
        Arguments.of("nothing at all", "", "", "it has no messages.ndjson"),
        Arguments.of(
            "HTML",
            "<html>\n<body>\n",
            "",
            "messages.ndjson does not hold Cucumber messages: line 1 cannot be read: it is not one"
                + " JSON object"),
        Arguments.of("half a run.json", messages, "{", "run.json is not a JSON object"),
        Arguments.of("a list as run.json", messages, "[]", "run.json is not a JSON object"),
        Arguments.of(
            "a word for partial",
            messages,
            "{\"partial\": \"perhaps\"}",
            "run.json: \"partial\" must be true or false"),
        Arguments.of(
            "a list of environments",
            messages,
            "{\"environment\": [\"a\"]}",
            "run.json: \"environment\" must be a string"),
        Arguments.of(
            "an impossible time",
            messages,
            "{\"time\": \"yesterday\"}",
            "run.json: \"time\" must be like 2026-11-23T22:00:00Z, but is \"yesterday\""));
  }

  private static Stream<Arguments> redRuns() {
    return Stream.concat(runsWithProblems(), runsWithFailures());
  }

  /** Runs in which something fails that is no scenario. */
  private static Stream<Arguments> runsWithProblems() {
    return Stream.of(
        Arguments.of(
            "a line that is no JSON",
            upTo("testRunStarted")
                .line("<html>")
                .line("")
                .line("\ufeff")
                .feature(A, "A", "S")
                .ran(A, "S", "PASSED")
                .finished(true),
            "2 lines of its messages cannot be read (protocol 99.1.0, test 1)"),
        Arguments.of(
            "half a line at the end",
            green().line("{\"testStepFinished\":{\"testC"),
            "line 10: it ends in the middle of a JSON object"),
        Arguments.of(
            "two messages on one line",
            green().line("{\"meta\":{}}{\"meta\":{}}"),
            "line 10: it is not one JSON object"),
        Arguments.of(
            "a step without a result",
            Messages.ofARun()
                .feature(A, "A", "S")
                .started(A, "S", 0)
                .line("{\"testStepFinished\":{\"testCaseStartedId\":\"1\"}}")
                .ended(false)
                .finished(true),
            "line 7: it has no \"testStepResult\""),
        Arguments.of(
            "a result of nothing",
            green()
                .line(
                    "{\"testStepFinished\":{\"testCaseStartedId\":\"77\",\"testStepResult\":{\"status\":\"FAILED\"}}}"),
            "line 10: it belongs to a scenario that was not started"),
        Arguments.of(
            "a scenario that no feature has",
            without(
                green()
                    .feature("features/b.feature", "B", "T")
                    .ran("features/b.feature", "T", "FAILED"),
                "gherkinDocument\":{\"uri\":\"features/b"),
            "its messages lack the scenarios that some results belong to"),
        Arguments.of(
            "a failed hook before all",
            green()
                .line(BEFORE_ALL)
                .line(HOOK_STARTED)
                .line(
                    "{\"testRunHookFinished\":{\"testRunHookStartedId\":\"hs\",\"result\":{\"status\":\"FAILED\",\"message\":\"the"
                        + " door is locked\"}}}"),
            "hook “open the library” before the run failed"),
        Arguments.of(
            "a failed hook that nobody announced",
            green()
                .line(
                    "{\"testRunHookFinished\":{\"testRunHookStartedId\":\"hs\",\"result\":{\"status\":\"FAILED\",\"message\":\"the"
                        + " door is locked\"}}}"),
            "a hook of the test code failed"),
        Arguments.of(
            "a hook whose status nobody knows",
            green()
                .line(
                    "{\"testRunHookFinished\":{\"testRunHookStartedId\":\"hs\",\"result\":{\"status\":\"EXPLODED\"}}}"),
            "a hook of the test code is unfinished"),
        Arguments.of(
            "a parse error",
            green()
                .line(
                    "{\"parseError\":{\"source\":{\"uri\":\"features/b.feature\",\"location\":{\"line\":3}},\"message\":\"expected:"
                        + " #EOF\"}}"),
            "a feature cannot be parsed: features/b.feature:3"),
        Arguments.of(
            "a run that calls itself failed",
            without(green(), "testRunFinished").finished(false),
            "it reports that it failed, though no scenario did"),
        Arguments.of(
            "an exception of the run",
            without(green(), "testRunFinished")
                .line(
                    "{\"testRunFinished\":{\"success\":false,\"exception\":{\"type\":\"Error\",\"message\":\"no"
                        + " disk\"}}}"),
            "it broke off"),
        Arguments.of(
            "no end",
            without(green(), "testRunFinished"),
            "it ended early: scenarios may be missing"),
        Arguments.of(
            "two attempts of one id",
            green()
                .line(
                    "{\"testCaseStarted\":{\"id\":\"1\",\"testCaseId\":\"case of"
                        + " features/a.feature#S\"}}"),
            "line 10: it has the id of an attempt before it"),
        Arguments.of(
            "a failed run and one that passed, joined",
            without(green(), "testRunFinished")
                .finished(false)
                .line("{\"testRunStarted\":{}}")
                .finished(true),
            "it reports that it failed, though no scenario did"),
        Arguments.of(
            "a run that passed and one that was killed, joined",
            green().line("{\"testRunStarted\":{}}"),
            "it ended early: scenarios may be missing"),
        Arguments.of("nothing at all", new Messages(), "it ended early: scenarios may be missing"),
        Arguments.of("no scenario", Messages.ofARun().finished(true), "no scenario was run"),
        Arguments.of(
            "scenarios that were not run",
            Messages.ofARun().feature(A, "A", "S").finished(true),
            "no scenario was run"));
  }

  /** Runs in which a scenario did not pass. */
  private static Stream<Arguments> runsWithFailures() {
    return Stream.of(
        Arguments.of("a failure", ofStatus("FAILED"), "failed on"),
        Arguments.of("an ambiguous step", ofStatus("AMBIGUOUS"), "ambiguous on"),
        Arguments.of("an undefined step", ofStatus("UNDEFINED"), "undefined on"),
        Arguments.of("a pending step", ofStatus("PENDING"), "pending on"),
        Arguments.of("a skipped step", ofStatus("SKIPPED"), "skipped on"),
        Arguments.of("an unknown status", ofStatus("UNKNOWN"), "unfinished on"),
        Arguments.of("a status of a later protocol", ofStatus("EXPLODED"), "unfinished on"),
        Arguments.of(
            "killed after a failed step",
            Messages.ofARun()
                .feature(A, "A", "S")
                .started(A, "S", 0)
                .step(A, "S", "FAILED", "the shelf is empty"),
            "Found the shelf is empty"),
        Arguments.of(
            "killed between two attempts",
            Messages.ofARun()
                .feature(A, "A", "S")
                .started(A, "S", 0)
                .step(A, "S", "FAILED", "the shelf is empty")
                .ended(true),
            "Found the shelf is empty"),
        Arguments.of(
            "killed during the second attempt",
            Messages.ofARun()
                .feature(A, "A", "S")
                .started(A, "S", 0)
                .step(A, "S", "FAILED", "the shelf is empty")
                .ended(true)
                .started(A, "S", 1),
            "Found the shelf is empty"),
        Arguments.of(
            "a failure of the last attempt",
            Messages.ofARun()
                .feature(A, "A", "S")
                .ran(A, "S", "PASSED")
                .started(A, "S", 1)
                .step(A, "S", "FAILED", "the shelf is empty")
                .ended(false)
                .finished(false),
            "Found the shelf is empty"),
        Arguments.of(
            "a result that was lost",
            Messages.ofARun().feature(A, "A", "S").started(A, "S", 0).ended(false).finished(true),
            "the messages of the run do not tell how it ended"),
        Arguments.of(
            "a test case that was run twice",
            Messages.ofARun()
                .feature(A, "A", "S")
                .ran(A, "S", "FAILED")
                .line(
                    "{\"testCase\":{\"id\":\"again\",\"pickleId\":\"pickle of"
                        + " features/a.feature#S\",\"testSteps\":[]}}")
                .line("{\"testCaseStarted\":{\"id\":\"x\",\"testCaseId\":\"again\"}}")
                .line(
                    "{\"testStepFinished\":{\"testCaseStartedId\":\"x\",\"testStepResult\":{\"status\":\"PASSED\"}}}")
                .line("{\"testCaseFinished\":{\"testCaseStartedId\":\"x\"}}")
                .finished(false),
            "failed on"));
  }

  private void assertNowhereGreen(String told) throws IOException {
    String said = command();
    assertThat(said).startsWith("1 ").doesNotContain("passed");
    Document start = page("index.html");
    Document failures = page("failures.html");
    assertThat(start.select(".fine")).isEmpty();
    assertThat(start.select(".open h2").text()).matches("Needs attention: [1-9]");
    assertThat(failures.text()).doesNotContain("Nothing fails").contains(told);
    for (String each : List.of("index.html", "failures.html", "a.html")) {
      if (Files.exists(folder.resolve("site").resolve(each))) {
        assertThat(page(each).select("header nav").text()).matches(".*Failures \\([1-9]\\)");
      }
    }
  }

  private static Messages green() {
    return Messages.ofARun().feature(A, "A", "S").ran(A, "S", "PASSED").finished(true);
  }

  private static Messages ofStatus(String status) {
    return Messages.ofARun().feature(A, "A", "S").ran(A, "S", status).finished(true);
  }

  private static Messages upTo(String message) {
    Messages some = new Messages();
    for (String line : green().lines()) {
      some.line(line);
      if (line.contains(message)) {
        break;
      }
    }
    return some;
  }

  private static Messages without(Messages messages, String part) {
    Messages others = new Messages();
    messages.lines().stream().filter(line -> !line.contains(part)).forEach(others::line);
    return others;
  }

  private static String facts(String environment, String time, String more) {
    return "{\"environment\": \"%s\", \"time\": \"%s\"%s}".formatted(environment, time, more);
  }

  private Path run(String name) {
    return folder.resolve("runs").resolve(name);
  }

  private Document page(String name) throws IOException {
    return Jsoup.parse(folder.resolve("site").resolve(name));
  }

  private String command() {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    String[] arguments = {
      "--runs", folder.resolve("runs").toString(), "--out", folder.resolve("site").toString()
    };
    return DocumentationCommand.run(arguments, out, out) + " " + said;
  }
}
