package dev.students.operations.internal;

import dev.students.data.AwardMismatchException;
import dev.students.data.AwardOutcome;
import dev.students.data.InsufficientXpException;
import dev.students.data.StudentNotFoundException;
import dev.students.data.StudentStore;
import dev.students.data.XpAward;
import dev.students.data.XpLimitExceededException;
import dev.students.operations.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Makes the awards of one student; deductions can wait for awards. Not thread-safe. */
final class BlockAwards {

  private final StudentStore store;
  private final ExistingItems existing;
  private final List<Deferred> deferred = new ArrayList<>();

  BlockAwards(StudentStore store, ExistingItems existing) {
    this.store = store;
    this.existing = existing;
  }

  /** A deduction that may have to wait for awards. */
  private record Deferred(ImportLine line, XpAward award) {}

  void award(ImportLine line, XpAward award, ImportTally tally) {
    try {
      apply(line, award, tally);
    } catch (InsufficientXpException e) {
      // In a file awards stand in the order of their ids: the XP may be given further down.
      deferred.add(new Deferred(line, award));
    }
  }

  private void apply(ImportLine line, XpAward award, ImportTally tally) {
    boolean applied =
        !existing.isFound(line.id(), award) && answer(line, award) == AwardOutcome.APPLIED;
    existing.note(!applied);
    if (applied) {
      tally.awardsApplied++;
    } else {
      tally.awardsAlreadyApplied++;
    }
  }

  private AwardOutcome answer(ImportLine line, XpAward award) {
    try {
      return store.awardXp(line.id(), award);
    } catch (StudentNotFoundException e) {
      throw LineRejectedException.studentNotFound();
    } catch (AwardMismatchException e) {
      throw new LineRejectedException(
          Refusal.AWARD_MISMATCH, "amount", "differs from the amount that was applied before");
    } catch (XpLimitExceededException e) {
      throw new LineRejectedException(
          Refusal.XP_LIMIT,
          "amount",
          "must leave the student at most %d XP".formatted(XpAward.MAX_XP));
    }
  }

  /** Makes the deductions that had to wait, as long as that makes progress. */
  void settle(ImportTally tally) {
    boolean settled = true;
    while (settled && !deferred.isEmpty()) {
      settled = deferred.removeIf(it -> isSettled(it, tally));
    }
    deferred.forEach(
        it ->
            tally.reject(
                it.line().raw(),
                new LineRejectedException(
                    Refusal.INSUFFICIENT_XP, "amount", "must not exceed the student's XP")));
  }

  private boolean isSettled(Deferred it, ImportTally tally) {
    try {
      apply(it.line(), it.award(), tally);
      return true;
    } catch (InsufficientXpException e) {
      return false;
    } catch (LineRejectedException e) {
      tally.reject(it.line().raw(), e);
      return true;
    }
  }
}
