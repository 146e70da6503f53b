package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Attempt;
import dev.students.docs.internal.model.Detail;
import dev.students.docs.internal.model.Outcome;
import dev.students.docs.internal.model.Run;
import dev.students.docs.internal.model.Verdict;
import java.time.Duration;
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
            .map(
                run ->
                    new Outcome(run.getKey(), Verdict.ofRule(run.getValue()), 1, Optional.empty()))
            .toList());
  }

  public Optional<Outcome> newest() {
    return outcomes.stream().findFirst();
  }

  public Verdict verdict() {
    return newest().map(Outcome::verdict).orElse(Verdict.NOT_RUN);
  }

  public boolean isFlaky() {
    return newest().map(Outcome::isFlaky).orElse(false);
  }

  public Optional<Run> run() {
    return newest().map(Outcome::run);
  }

  /** How long it took when it was last run. */
  public Optional<Duration> duration() {
    return newest().flatMap(Outcome::detail).map(Detail::deciding).flatMap(Attempt::duration);
  }

  /** How long it took, as people read it; empty when that is unknown. */
  public String took() {
    return duration().map(Times::readable).orElse("");
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

  /** The newest run in which it passed. */
  Optional<Run> lastHeld() {
    return outcomes.stream()
        .filter(outcome -> outcome.verdict() == Verdict.PASSED)
        .map(Outcome::run)
        .findFirst();
  }

  /** Whether it ever passed in the runs known. */
  public boolean everPassed() {
    return lastHeld().isPresent();
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
