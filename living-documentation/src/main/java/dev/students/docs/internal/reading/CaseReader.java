package dev.students.docs.internal.reading;

import dev.students.docs.internal.model.Attempt;
import dev.students.docs.internal.model.Detail;
import dev.students.docs.internal.model.Outcome;
import dev.students.docs.internal.model.Run;
import dev.students.docs.internal.model.Verdict;
import dev.students.docs.internal.reading.TestCases.TestCase;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides from all attempts at a test case how it ended. */
final class CaseReader {

  private CaseReader() {}

  /**
   * The last attempt counts. Where the run was killed during it and it had not failed yet, the one
   * before it does: a failure that is known stays known.
   */
  static Outcome outcome(
      Run run, TestCase testCase, List<AttemptReader> attempts, boolean withDetail) {
    List<AttemptReader> inOrder =
        attempts.stream().sorted(Comparator.comparingLong(AttemptReader::number)).toList();
    int deciding = inOrder.size() - 1;
    while (deciding > 0
        && inOrder.get(deciding).verdict(testCase) == Verdict.UNFINISHED
        && inOrder.get(deciding - 1).verdict(testCase).isOpen()) {
      deciding--;
    }
    Optional<Detail> detail = Optional.empty();
    if (withDetail) {
      List<Attempt> read =
          inOrder.subList(0, deciding + 1).stream().map(each -> each.read(testCase)).toList();
      detail = Optional.of(new Detail(read.get(deciding), read.subList(0, deciding)));
    }
    return new Outcome(run, inOrder.get(deciding).verdict(testCase), inOrder.size(), detail);
  }

  /** Of a case that was run several times in one run. */
  static Outcome worse(Outcome one, Outcome other) {
    boolean first = one.verdict().wasRun() && one.verdict().worse(other.verdict()) == one.verdict();
    return first ? one : other;
  }
}
