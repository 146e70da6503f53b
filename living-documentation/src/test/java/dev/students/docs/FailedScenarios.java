package dev.students.docs;

import static dev.students.docs.MadeSite.URI;
import static dev.students.docs.MadeSite.ofStatus;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Runs in which a scenario did not pass: why, and what is told of it. */
final class FailedScenarios {

  private static final String EMPTY = "Found the shelf is empty";
  private static final String UNKNOWN = "the messages of the run do not tell how it ended";

  private FailedScenarios() {}

  static Stream<Arguments> all() {
    return Stream.of(ofEachStatus(), killed(), attempts(), incomplete()).flatMap(runs -> runs);
  }

  private static Stream<Arguments> ofEachStatus() {
    return Stream.of(
        Arguments.of("a failure", ofStatus("FAILED"), "failed on"),
        Arguments.of("a failure in small letters", ofStatus("failed"), "failed on"),
        Arguments.of("an ambiguous step", ofStatus("AMBIGUOUS"), "ambiguous on"),
        Arguments.of("an undefined step", ofStatus("UNDEFINED"), "undefined on"),
        Arguments.of("a pending step", ofStatus("PENDING"), "pending on"),
        Arguments.of("a skipped step", ofStatus("SKIPPED"), "skipped on"),
        Arguments.of("an unknown status", ofStatus("UNKNOWN"), "unfinished on"),
        Arguments.of("a status of a later protocol", ofStatus("EXPLODED"), "unfinished on"));
  }

  private static Stream<Arguments> killed() {
    return Stream.of(
        Arguments.of("killed after a failed step", failedStep(), EMPTY),
        Arguments.of("killed between two attempts", failedStep().ended(true), EMPTY),
        Arguments.of(
            "killed during the second attempt",
            failedStep().ended(true).started(URI, "S", 1),
            EMPTY),
        Arguments.of(
            "killed during an attempt of the same id",
            MadeSite.green()
                .line(
                    """
                    {"testCaseStarted":{"id":"1","testCaseId":"case of features/a.feature#S"}}\
                    """),
            UNKNOWN));
  }

  private static Stream<Arguments> attempts() {
    return Stream.of(
        Arguments.of(
            "a failure of the last attempt",
            Messages.ofARun()
                .feature(URI, "A", "S")
                .ran(URI, "S", "PASSED")
                .started(URI, "S", 1)
                .step(URI, "S", "FAILED", "the shelf is empty")
                .ended(false)
                .finished(false),
            EMPTY),
        Arguments.of(
            "a failure and then a success, neither of which is a retry",
            failedStep().ended(false).ran(URI, "S", "PASSED").finished(true),
            EMPTY),
        Arguments.of(
            "attempts in the order of two workers",
            Messages.ofARun()
                .feature(URI, "A", "S")
                .started(URI, "S", 1)
                .step(URI, "S", "FAILED", "the shelf is empty")
                .ended(false)
                .ran(URI, "S", "PASSED")
                .finished(true),
            EMPTY),
        Arguments.of(
            "a test case that was run twice",
            failedStep()
                .ended(false)
                .line(
                    """
                    {"testCase":{"id":"again","pickleId":"pickle of features/a.feature#S",\
                    "testSteps":[{"id":"s","pickleStepId":"pickle step of features/a.feature#S"}]}}\
                    """)
                .line("{\"testCaseStarted\":{\"id\":\"x\",\"testCaseId\":\"again\"}}")
                .line(
                    """
                    {"testStepFinished":{"testCaseStartedId":"x","testStepId":"s",\
                    "testStepResult":{"status":"PASSED"}}}\
                    """)
                .line("{\"testCaseFinished\":{\"testCaseStartedId\":\"x\"}}")
                .finished(true),
            EMPTY));
  }

  private static Stream<Arguments> incomplete() {
    return Stream.of(
        Arguments.of(
            "a result that was lost",
            Messages.ofARun()
                .feature(URI, "A", "S")
                .started(URI, "S", 0)
                .ended(false)
                .finished(true),
            UNKNOWN),
        Arguments.of(
            "a result under the name of another step",
            Messages.ofARun()
                .feature(URI, "A", "S")
                .started(URI, "S", 0)
                .step(URI, "another", "PASSED", "")
                .ended(false)
                .finished(true),
            UNKNOWN),
        Arguments.of(
            "a test case that leaves out a step of its scenario",
            MadeSite.green()
                .replace(
                    "\"text\":\"it is so\",\"astNodeIds\"",
                    "\"text\":\"it is so\",\"astNodeIds\":[]},{\"id\":\"more\",\"astNodeIds\""),
            UNKNOWN),
        Arguments.of(
            "a hook that failed after the last step",
            MadeSite.green()
                .upTo("testCaseFinished")
                .line(
                    """
                    {"testStepFinished":{"testCaseStartedId":"1","testStepId":"hook",\
                    "testStepResult":{"status":"FAILED","message":"the shelf is empty"}}}\
                    """)
                .line("{\"testCaseFinished\":{\"testCaseStartedId\":\"1\"}}")
                .finished(true),
            EMPTY));
  }

  private static Messages failedStep() {
    return Messages.ofARun()
        .feature(URI, "A", "S")
        .started(URI, "S", 0)
        .step(URI, "S", "FAILED", "the shelf is empty");
  }
}
