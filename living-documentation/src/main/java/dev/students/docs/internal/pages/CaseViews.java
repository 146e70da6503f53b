package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Attempt;
import dev.students.docs.internal.model.Detail;
import dev.students.docs.internal.model.Feature;
import dev.students.docs.internal.model.Outcome;
import dev.students.docs.internal.model.Rule;
import dev.students.docs.internal.model.Run;
import dev.students.docs.internal.model.StepOutcome;
import dev.students.docs.internal.model.Verdict;
import dev.students.docs.internal.reading.Anchors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells of one case: how it ended, why it did not pass, what it attached. */
record CaseViews(
    Feature feature,
    String page,
    Rule rule,
    Map<String, Optional<Run>> ruleLastHeld,
    Evidence evidence) {

  /**
   * One case.
   *
   * @param results one for each environment
   */
  CaseView of(
      String anchor,
      String title,
      long line,
      List<FailureView.Value> values,
      List<CaseResult> results) {
    return new CaseView(
        anchor,
        Links.to(page, anchor),
        title,
        values.stream().map(FailureView.Value::value).toList(),
        Verdict.acrossEnvironments(results.stream().map(CaseResult::verdict).toList()),
        results,
        results.stream()
            .filter(result -> result.verdict().isOpen())
            .flatMap(
                result ->
                    result.newest().stream()
                        .map(newest -> failure(anchor, title, line, values, result, newest)))
            .toList(),
        results.stream()
            .flatMap(result -> result.newest().stream())
            .filter(Outcome::isFlaky)
            .map(outcome -> retry(anchor, outcome))
            .toList(),
        evidence(anchor, results));
  }

  private FailureView failure(
      String anchor,
      String title,
      long line,
      List<FailureView.Value> values,
      CaseResult result,
      Outcome outcome) {
    Verdict verdict = outcome.verdict();
    Optional<Attempt> attempt = outcome.detail().map(Detail::deciding);
    Explanation why = Explanation.of(verdict, attempt);
    String location = feature.location() + ":" + line;
    String id = anchor + "/" + verdict.key() + "-on-" + Anchors.of(result.environment());
    return new FailureView(
        id,
        Links.to(page, id),
        verdict,
        feature.name(),
        rule.name(),
        title,
        values,
        why.step(),
        why.subject(),
        why.expected(),
        why.found(),
        why.stackTrace(),
        attempt.map(CaseViews::stepsToShow).orElse(List.of()),
        result.took(),
        outcome.attempts(),
        location,
        outcome.run().rerunOf(List.of(location)),
        result,
        outcome.run(),
        ruleLastHeld.getOrDefault(result.environment(), Optional.empty()));
  }

  /** A hook that passed says nothing of the behaviour. */
  private static List<StepOutcome> stepsToShow(Attempt attempt) {
    return attempt.steps().stream()
        .filter(step -> !step.hook() || step.verdict() != Verdict.PASSED)
        .toList();
  }

  private RetryView retry(String anchor, Outcome outcome) {
    String environment = outcome.run().environment();
    String id = anchor + "/retried-on-" + Anchors.of(environment);
    List<RetryView.AttemptView> earlier = new ArrayList<>();
    for (Attempt attempt : outcome.detail().map(Detail::earlier).orElse(List.of())) {
      Explanation why = Explanation.of(attempt.verdict(), Optional.of(attempt));
      earlier.add(
          new RetryView.AttemptView(
              why.step(),
              why.found(),
              why.stackTrace(),
              evidence.of(
                  page,
                  id + "/evidence-" + (earlier.size() + 1),
                  outcome.run(),
                  attempt.attachments())));
    }
    return new RetryView(id, environment, outcome.run(), List.copyOf(earlier));
  }

  private List<EvidenceView> evidence(String anchor, List<CaseResult> results) {
    List<Outcome> newest =
        results.stream()
            .flatMap(result -> result.newest().stream())
            .sorted(Comparator.comparing(Outcome::run, Run.OLDEST_FIRST.reversed()))
            .toList();
    List<Outcome> open = newest.stream().filter(each -> each.verdict().isOpen()).toList();
    List<EvidenceView> shown = new ArrayList<>();
    for (Outcome outcome : open.isEmpty() ? newest.stream().limit(1).toList() : open) {
      outcome
          .detail()
          .map(detail -> detail.deciding().attachments())
          .filter(attachments -> !attachments.isEmpty())
          .ifPresent(
              attachments ->
                  shown.add(
                      evidence.of(
                          page,
                          shown.isEmpty()
                              ? anchor + "/evidence"
                              : anchor + "/evidence-on-" + Anchors.of(outcome.run().environment()),
                          outcome.run(),
                          attachments)));
    }
    return List.copyOf(shown);
  }
}
