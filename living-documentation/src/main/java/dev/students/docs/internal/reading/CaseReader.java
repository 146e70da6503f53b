package dev.students.docs.internal.reading;

import dev.students.docs.internal.model.Attempt;
import dev.students.docs.internal.model.Detail;
import dev.students.docs.internal.model.Outcome;
import dev.students.docs.internal.model.Run;
import dev.students.docs.internal.model.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides from all attempts at a test case how it ended. */
final class CaseReader {

  private CaseReader() {}

  /**
   * The last attempt counts. Where the run was killed during it and it had not failed yet, the one
   * before it does: a failure that is known stays known. Only an attempt of a higher number is a
   * later one; of several with one number, the worst counts.
   */
  static Outcome outcome(Run run, TestCase testCase, boolean withDetail) {
    List<AttemptReader> inOrder =
        testCase.attempts().stream()
            .sorted(
                Comparator.comparingLong(AttemptReader::number)
                    .thenComparing(attempt -> attempt.verdict(testCase)))
            .toList();
    int deciding = inOrder.size() - 1;
    while (deciding > 0
        && inOrder.get(deciding).verdict(testCase) == Verdict.UNFINISHED
        && inOrder.get(deciding - 1).verdict(testCase).isOpen()) {
      deciding--;
    }
    Optional<Detail> detail = Optional.empty();
    if (withDetail) {
      AttemptReader last = inOrder.get(deciding);
      List<Attempt> earlier =
          inOrder.stream()
              .filter(attempt -> attempt.number() < last.number())
              .map(attempt -> attempt.read(testCase))
              .toList();
      detail = Optional.of(new Detail(last.read(testCase), earlier));
    }
    int attempts = (int) inOrder.stream().mapToLong(AttemptReader::number).distinct().count();
    return new Outcome(run, inOrder.get(deciding).verdict(testCase), attempts, detail);
  }

  /** Of a case that was run several times in one run. */
  static Outcome worse(Outcome one, Outcome other) {
    return one.verdict().wasRun() && one.verdict().compareTo(other.verdict()) >= 0 ? one : other;
  }
}
