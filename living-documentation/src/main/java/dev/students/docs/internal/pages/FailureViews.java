package dev.students.docs.internal.pages;

import dev.students.docs.internal.failures.ExpectedAndFound;
import dev.students.docs.internal.model.Detail;
import dev.students.docs.internal.model.Feature;
import dev.students.docs.internal.model.Outcome;
import dev.students.docs.internal.model.Problem;
import dev.students.docs.internal.model.Rule;
import dev.students.docs.internal.model.Run;
import dev.students.docs.internal.model.Scenario;
import dev.students.docs.internal.model.StepOutcome;
import dev.students.docs.internal.model.Verdict;
import dev.students.docs.internal.reading.Anchors;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says why a scenario, or an example of it, did not pass. */
record FailureViews(Feature feature, String page, Rule rule, Scenario scenario) {

  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_TRACE = 25;

  FailureView of(
      String anchor,
      long line,
      List<FailureView.Value> values,
      CaseResult result,
      Optional<Run> lastHeld) {
    Outcome outcome = result.outcomes().get(0);
    Optional<StepOutcome> step =
        outcome.detail().flatMap(detail -> detail.decisiveStep(outcome.verdict()));
    Optional<Problem> problem = step.flatMap(StepOutcome::problem);
    Optional<ExpectedAndFound> told =
        problem.flatMap(thrown -> ExpectedAndFound.in(thrown.message()));
    String location = feature.location() + ":" + line;
    String id = anchor + "/" + outcome.verdict().key() + "-on-" + Anchors.of(result.environment());
    return new FailureView(
        id,
        Links.to(page, id),
        outcome.verdict(),
        feature.name(),
        rule.name(),
        scenario.title(),
        values,
        step.map(StepOutcome::text).orElseGet(() -> whereItStopped(outcome)),
        told.map(ExpectedAndFound::subject).orElse(""),
        shortened(told.map(ExpectedAndFound::expected).orElse(expectation(outcome.verdict()))),
        shortened(
            told.map(ExpectedAndFound::found)
                .or(() -> problem.map(thrown -> whatHappened(outcome.verdict(), thrown)))
                .orElse(explanation(outcome.verdict()))),
        problem.map(thrown -> trace(thrown.stackTrace())).orElse(""),
        location,
        outcome.run().rerunOf(List.of(location)),
        result,
        outcome.run(),
        lastHeld);
  }

  private static String whereItStopped(Outcome outcome) {
    return outcome
        .detail()
        .flatMap(Detail::lastStep)
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
      case FAILED -> "no error";
      default -> "the step to pass";
    };
  }

  private static String explanation(Verdict verdict) {
    return switch (verdict) {
      case UNDEFINED -> "no step definition matches, so nothing was checked";
      case PENDING -> "the step is not implemented yet";
      case AMBIGUOUS -> "more than one step definition matches";
      case SKIPPED -> "the step was skipped, so nothing was checked";
      case UNFINISHED -> "the run ended before the scenario did";
      default -> "the step failed without a message";
    };
  }

  private static String shortened(String text) {
    int more = text.length() - LONGEST_TEXT;
    return more <= 0
        ? text
        : text.substring(0, LONGEST_TEXT) + "… (" + more + " more characters in the raw report)";
  }

  private static String trace(String stackTrace) {
    List<String> lines = stackTrace.lines().toList();
    String first = lines.stream().limit(LONGEST_TRACE).collect(Collectors.joining("\n"));
    int more = lines.size() - LONGEST_TRACE;
    return shortened(more > 0 ? first + "\n… " + more + " more lines in the raw report" : first);
  }
}
