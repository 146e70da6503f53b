package dev.students.data.internal;

import dev.students.data.AwardId;
import dev.students.data.AwardOutcome;
import dev.students.data.AwardResult;
import dev.students.data.StudentId;
import dev.students.data.StudentStoreException;
import dev.students.data.XpAward;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** The unsettled awards of one student, in order. Not thread-safe. */
final class PendingAwards {

  /** One action of each transaction is for the student's item. */
  static final int AT_ONCE = Transaction.MOST_ACTIONS - 1;

  /** An award and the position of its result. */
  private record Numbered(int number, XpAward award) {}

  private final StudentId student;
  private final AwardResult[] results;
  private final List<Numbered> pending = new ArrayList<>();
  private int next = AT_ONCE;

  /** Creates an empty list for a student. */
  PendingAwards(StudentId student, AwardResult[] results) {
    this.student = student;
    this.results = results;
  }

  StudentId student() {
    return student;
  }

  void add(int number, XpAward award) {
    pending.add(new Numbered(number, award));
  }

  boolean isSettled() {
    return pending.isEmpty();
  }

  int size() {
    return pending.size();
  }

  /** The next awards to try together. */
  List<XpAward> next() {
    List<XpAward> awards =
        pending.stream().limit(Math.min(next, AT_ONCE)).map(Numbered::award).toList();
    return awards.subList(0, XpRange.possible(awards));
  }

  /** Records that the awards that were tried are applied. */
  void applied(int tried) {
    for (Numbered each : pending.subList(0, tried)) {
      results[each.number()] =
          new AwardResult.Recorded(student, each.award(), AwardOutcome.APPLIED);
    }
    pending.subList(0, tried).clear();
    next = AT_ONCE;
  }

  /** Records that these awards were applied before. */
  void recorded(Map<AwardId, Item> recorded) {
    pending.removeIf(
        each -> {
          Item item = recorded.get(each.award().id());
          if (item != null) {
            results[each.number()] =
                result(student, each.award(), () -> AwardXp.repeated(student, each.award(), item));
          }
          return item != null;
        });
  }

  /**
   * Evaluates the student as found, given that none of the awards that were tried was applied
   * before. Refuses the leading awards that cannot be made; as many of the following as fit are
   * tried next.
   *
   * @return whether anything was decided
   */
  boolean judge(int tried, Item found) {
    int refused = 0;
    try {
      if (found.isEmpty() || found.flag(Attributes.DELETED)) {
        refuse(tried, award -> AwardXp.refusal(student, award, found));
        return true;
      }
      long xp = StudentItem.xp(found);
      while (refused < tried && XpRange.fitting(awards(refused, refused + 1), xp) == 0) {
        refused++;
      }
      int fitting = XpRange.fitting(awards(refused, tried), xp);
      next = fitting == 0 ? AT_ONCE : fitting;
      boolean changed = refused > 0 || fitting < tried;
      refuse(refused, award -> AwardXp.refusal(student, award, xp));
      return changed;
    } catch (StudentStoreException malformed) {
      refuse(tried, award -> malformed);
      return true;
    }
  }

  private List<XpAward> awards(int from, int to) {
    return pending.subList(from, to).stream().map(Numbered::award).toList();
  }

  private void refuse(int count, Function<XpAward, StudentStoreException> reason) {
    for (Numbered each : pending.subList(0, count)) {
      results[each.number()] =
          new AwardResult.Refused(student, each.award(), reason.apply(each.award()));
    }
    pending.subList(0, count).clear();
  }

  /** Refuses all remaining awards for the given reason. */
  void refuseAll(StudentStoreException reason) {
    refuse(pending.size(), award -> reason);
  }

  /** Marks the result of all remaining awards as unknown, because AWS failed. */
  void failAll(SdkException cause) {
    for (Numbered each : pending) {
      results[each.number()] = new AwardResult.Unknown(student, each.award(), cause);
    }
    pending.clear();
  }

  /** The result for the outcome, or for the refusal that evaluating it throws. */
  static AwardResult result(StudentId student, XpAward award, Supplier<AwardOutcome> outcome) {
    try {
      return new AwardResult.Recorded(student, award, outcome.get());
    } catch (StudentStoreException e) {
      return new AwardResult.Refused(student, award, e);
    }
  }
}
