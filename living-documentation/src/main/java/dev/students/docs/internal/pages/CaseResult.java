package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Outcome;
import dev.students.docs.internal.model.Run;
import dev.students.docs.internal.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A scenario or example in one environment.
 *
 * @param outcomes of the runs that ran it, newest first
 */
public record CaseResult(String environment, List<Outcome> outcomes) {

  /** A stretch of runs that ended alike. */
  public record Stretch(Verdict verdict, int runs) {}

  /** Of several examples: how each run that ran any of them ended, by the worst of those. */
  static CaseResult ofAll(String environment, List<CaseResult> examples) {
    Map<Run, List<Verdict>> byRun = new TreeMap<>(Run.OLDEST_FIRST.reversed());
    for (CaseResult example : examples) {
      example.outcomes.forEach(
          outcome ->
              byRun
                  .computeIfAbsent(outcome.run(), any -> new ArrayList<>())
                  .add(outcome.verdict()));
    }
    return new CaseResult(
        environment,
        byRun.entrySet().stream()
            .map(run -> new Outcome(run.getKey(), Verdict.ofRule(run.getValue()), Optional.empty()))
            .toList());
  }

  public Verdict verdict() {
    return outcomes.isEmpty() ? Verdict.NOT_RUN : outcomes.get(0).verdict();
  }

  public Optional<Run> run() {
    return outcomes.stream().findFirst().map(Outcome::run);
  }

  /** The run since which every run ended otherwise than passed; empty while it passes. */
  public Optional<Run> openSince() {
    Optional<Run> since = Optional.empty();
    for (Outcome outcome : outcomes) {
      if (outcome.verdict() == Verdict.PASSED) {
        break;
      }
      since = Optional.of(outcome.run());
    }
    return since;
  }

  /** Whether it ever passed in the runs known. */
  public boolean everPassed() {
    return outcomes.stream().anyMatch(outcome -> outcome.verdict() == Verdict.PASSED);
  }

  /** Oldest first. */
  public List<Stretch> history() {
    List<Stretch> stretches = new ArrayList<>();
    for (int i = outcomes.size() - 1; i >= 0; i--) {
      Verdict verdict = outcomes.get(i).verdict();
      int last = stretches.size() - 1;
      if (last >= 0 && stretches.get(last).verdict() == verdict) {
        stretches.set(last, new Stretch(verdict, stretches.get(last).runs() + 1));
      } else {
        stretches.add(new Stretch(verdict, 1));
      }
    }
    return List.copyOf(stretches);
  }
}
