package dev.students.docs;

import static dev.students.docs.MadeSite.URI;
import static dev.students.docs.MadeSite.green;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Runs in which something is wrong that is no scenario: what it is, and what is told of it. */
final class FailedRuns {

  private static final String EARLY = "it ended early: scenarios may be missing";

  private FailedRuns() {}

  static Stream<Arguments> all() {
    return Stream.of(unreadable(), lacking(), failed(), joined(), ofNothing())
        .flatMap(runs -> runs);
  }

  private static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of(
            "a line that is no JSON",
            Messages.ofARun()
                .line("<html>")
                .line("")
                .line("\ufeff")
                .feature(URI, "A", "S")
                .ran(URI, "S", "PASSED")
                .finished(true),
            "2 lines of its messages cannot be read (protocol 99.1.0, test 1)"),
        Arguments.of(
            "half a line at the end",
            green().line("{\"testStepFinished\":{\"testC"),
            "line 10: it ends in the middle of a JSON object"),
        Arguments.of(
            "half a line of a kind that is not shown",
            green().line("{\"source\":{\"data\":\"Fea"),
            "line 10: it ends in the middle of a JSON object"),
        Arguments.of(
            "two messages on one line",
            green().line("{\"meta\":{}}{\"meta\":{}}"),
            "line 10: it is not one JSON object"),
        Arguments.of(
            "a message behind one that is not shown",
            green().line("{\"source\":{}}{\"parseError\":{\"message\":\"no feature\"}}"),
            "line 10: it is not one JSON object"),
        Arguments.of(
            "a step without a result",
            Messages.ofARun()
                .feature(URI, "A", "S")
                .started(URI, "S", 0)
                .line("{\"testStepFinished\":{\"testCaseStartedId\":\"1\"}}")
                .ended(false)
                .finished(true),
            "line 7: it has no \"testStepResult\""),
        Arguments.of(
            "a result of nothing",
            green()
                .line(
                    """
                    {"testStepFinished":{"testCaseStartedId":"77","testStepResult":{"status":"FAILED"}}}\
                    """),
            "line 10: it belongs to a scenario that was not started"));
  }

  private static Stream<Arguments> lacking() {
    String other = "features/b.feature";
    Messages two = green().and(new Messages().feature(other, "B", "T").ran(other, "T", "FAILED"));
    String lacking = "its messages lack the scenarios that some results belong to";
    return Stream.of(
        Arguments.of("a scenario that no feature has", two.without("\"gherkinD"), lacking),
        Arguments.of("a scenario without a pickle", two.without("{\"pickle\":{\"id"), lacking),
        Arguments.of("a scenario without a test case", two.without("{\"testCase\":{\"id"), lacking),
        Arguments.of(
            "a scenario that was to be run and was not",
            Messages.ofARun().feature(URI, "A", "S", "Left").ran(URI, "S", "PASSED").finished(true),
            "it ended without some scenarios that it was to run"),
        Arguments.of("no end", green().without("testRunFinished"), EARLY));
  }

  private static Stream<Arguments> failed() {
    Messages endless = green().without("testRunFinished");
    return Stream.of(
        Arguments.of(
            "a failed hook before all",
            green()
                .hook("h", "BEFORE_TEST_RUN", "open the library")
                .runHookStarted("hs", "h")
                .runHookFinished("hs", "FAILED", "the door is locked"),
            "hook “open the library” before the run failed"),
        Arguments.of(
            "a hook after all that failed when the run had ended",
            green()
                .hook("h", "AFTER_TEST_RUN", "")
                .runHookStarted("hs", "h")
                .runHookFinished("hs", "failed", "the broom is gone"),
            "a hook after the run failed"),
        Arguments.of(
            "a failed hook that nobody announced",
            green().runHookFinished("hs", "FAILED", "the door is locked"),
            "a hook of the test code failed"),
        Arguments.of(
            "a hook whose status nobody knows",
            green().runHookFinished("hs", "EXPLODED", ""),
            "a hook of the test code is unfinished"),
        Arguments.of(
            "a hook that did not end",
            green().hook("h", "AFTER_TEST_RUN", "").runHookStarted("hs", "h"),
            "a hook after the run is unfinished"),
        Arguments.of(
            "two hooks of one id, of which the first failed",
            green()
                .runHookStarted("hs", "h")
                .runHookFinished("hs", "FAILED", "the door is locked")
                .runHookStarted("hs", "h")
                .runHookFinished("hs", "PASSED", ""),
            "the door is locked"),
        Arguments.of(
            "a parse error",
            green()
                .line(
                    """
                    {"parseError":{"source":{"uri":"features/b.feature","location":{"line":3}},\
                    "message":"expected: #EOF"}}\
                    """),
            "a feature cannot be parsed: features/b.feature:3"),
        Arguments.of(
            "a parameter type that is not defined",
            green()
                .line(
                    """
                    {"undefinedParameterType":{"name":"book","expression":"a {book} is lent"}}\
                    """),
            "a step definition uses a parameter type that is not defined"),
        Arguments.of(
            "a run that calls itself failed",
            endless.and(new Messages().finished(false)),
            "it reports that it failed, though no scenario did"),
        Arguments.of(
            "a run that calls itself failed, though its scenario was only skipped",
            MadeSite.ofStatus("SKIPPED").replace("\"success\":true", "\"success\":false"),
            "it reports that it failed, though no scenario did"),
        Arguments.of(
            "a run that does not call itself successful",
            endless.and(new Messages().line("{\"testRunFinished\":{}}")),
            "it does not report that it succeeded"),
        Arguments.of(
            "an exception of the run",
            endless.and(
                new Messages()
                    .line(
                        """
                        {"testRunFinished":{"success":false,\
                        "exception":{"type":"Error","message":"no disk"}}}\
                        """)),
            "it broke off"));
  }

  private static Stream<Arguments> joined() {
    Messages killed = Messages.ofARun();
    String noScenarioDid = "it reports that it failed, though no scenario did";
    Messages failed = green().without("testRunFinished").finished(false);
    return Stream.of(
        Arguments.of(
            "a failed run and one that passed, joined",
            failed.runStarted().finished(true),
            noScenarioDid),
        Arguments.of(
            "a run that passed and one that failed, joined",
            green().runStarted().finished(false),
            noScenarioDid),
        Arguments.of(
            "a run that passed and one that was killed, joined", green().and(killed), EARLY),
        Arguments.of(
            "a run that was killed and one that passed, joined", killed.and(green()), EARLY));
  }

  private static Stream<Arguments> ofNothing() {
    return Stream.of(
        Arguments.of("nothing at all", new Messages(), EARLY),
        Arguments.of("no scenario", Messages.ofARun().finished(true), "no scenario was run"),
        Arguments.of(
            "scenarios that a filter left out",
            Messages.ofARun().feature(URI, "A", "S").without("\"testCase\"").finished(true),
            "no scenario was run"));
  }
}
