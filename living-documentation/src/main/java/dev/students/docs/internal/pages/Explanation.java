package dev.students.docs.internal.pages;

import dev.students.docs.internal.failures.ExpectedAndFound;
import dev.students.docs.internal.model.Attempt;
import dev.students.docs.internal.model.Problem;
import dev.students.docs.internal.model.StepOutcome;
import dev.students.docs.internal.model.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why an attempt at a scenario did not pass, in words. Long texts are shortened. */
record Explanation(String step, String subject, String expected, String found, String stackTrace) {

  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_TRACE = 25;

  static Explanation of(Verdict verdict, Optional<Attempt> attempt) {
    Optional<StepOutcome> step = attempt.flatMap(Attempt::decisiveStep);
    Optional<Problem> problem = step.flatMap(StepOutcome::problem);
    Optional<ExpectedAndFound> told =
        problem.flatMap(thrown -> ExpectedAndFound.in(thrown.message()));
    return new Explanation(
        step.map(StepOutcome::text).orElseGet(() -> whereItStopped(verdict, attempt)),
        told.map(ExpectedAndFound::subject).orElse(""),
        shortened(told.map(ExpectedAndFound::expected).orElse(expectation(verdict))),
        shortened(
            told.map(ExpectedAndFound::found)
                .or(() -> problem.map(thrown -> whatHappened(verdict, thrown)))
                .orElse(explanation(verdict))),
        problem.map(thrown -> trace(thrown.stackTrace())).orElse(""));
  }

  private static String whereItStopped(Verdict verdict, Optional<Attempt> attempt) {
    if (verdict == Verdict.WITHOUT_STEPS) {
      return "None";
    }
    return attempt
        .flatMap(Attempt::lastStep)
        .map(step -> "After: " + step.text())
        .orElse("Before the first step");
  }

  /**
   * The kind of exception says something where the message alone may not; a step that is pending
   * threw on purpose.
   */
  private static String whatHappened(Verdict verdict, Problem problem) {
    String type = problem.type().substring(problem.type().lastIndexOf('.') + 1);
    boolean told = type.isEmpty() || verdict == Verdict.PENDING || problem.message().contains(type);
    return told ? problem.message() : type + ": " + problem.message();
  }

  private static String expectation(Verdict verdict) {
    return switch (verdict) {
      case UNDEFINED -> "a step definition for each step";
      case AMBIGUOUS -> "one step definition for the step";
      case PENDING -> "a step definition that is complete";
      case WITHOUT_STEPS -> "at least one step";
      case FAILED -> "no error";
      case UNFINISHED -> "the scenario to end";
      default -> "the step to pass";
    };
  }

  private static String explanation(Verdict verdict) {
    return switch (verdict) {
      case UNDEFINED -> "no step definition matches, so nothing was checked";
      case PENDING -> "the step is not implemented yet";
      case AMBIGUOUS -> "more than one step definition matches";
      case SKIPPED -> "the step was skipped, so nothing was checked";
      case WITHOUT_STEPS -> "the scenario has no steps, so nothing was checked";
      case UNFINISHED -> "the messages of the run do not tell how it ended";
      default -> "the step failed without a message";
    };
  }

  private static String shortened(String text) {
    int more = text.length() - LONGEST_TEXT;
    return more <= 0
        ? text
        : text.substring(0, LONGEST_TEXT) + "… (" + more + " more characters in the raw report)";
  }

  static String trace(String stackTrace) {
    List<String> lines = stackTrace.lines().toList();
    String first = lines.stream().limit(LONGEST_TRACE).collect(Collectors.joining("\n"));
    int more = lines.size() - LONGEST_TRACE;
    return shortened(more > 0 ? first + "\n… " + more + " more lines in the raw report" : first);
  }
}
