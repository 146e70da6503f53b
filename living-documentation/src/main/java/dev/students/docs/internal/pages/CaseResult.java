package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Outcome;
import dev.students.docs.internal.model.Run;
import dev.students.docs.internal.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A scenario or example in one environment.
 *
 * @param outcomes of the runs that ran it, newest first
 */
public record CaseResult(String environment, List<Outcome> outcomes) {

  /** A stretch of runs that ended alike. */
  public record Stretch(Verdict verdict, int runs) {}

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
