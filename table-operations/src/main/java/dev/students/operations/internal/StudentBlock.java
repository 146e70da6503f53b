package dev.students.operations.internal;

import dev.students.data.AwardMismatchException;
import dev.students.data.AwardOutcome;
import dev.students.data.ContentionException;
import dev.students.data.EmailTakenException;
import dev.students.data.FindOption;
import dev.students.data.InsufficientXpException;
import dev.students.data.MalformedItemException;
import dev.students.data.NewStudent;
import dev.students.data.Student;
import dev.students.data.StudentExistsException;
import dev.students.data.StudentId;
import dev.students.data.StudentNotFoundException;
import dev.students.data.StudentStore;
import dev.students.data.XpAward;
import dev.students.data.XpLimitExceededException;
import dev.students.operations.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Processes consecutive lines of one student: the student first, then its XP and awards, its
 * deletion last. All steps are idempotent, so a file can always be imported again from its
 * beginning. Not thread-safe.
 */
final class StudentBlock {

  private final StudentStore store;
  private final OwnWrites writes;
  private final ExistingItems existing;
  private final List<Deferred> deferred = new ArrayList<>();
  private ImportTally tally = new ImportTally();
  private Optional<ImportLine> deletion = Optional.empty();
  private boolean refused;
  private final boolean awardsMayFollow;
  private boolean isNew;
  private boolean hasAwards;
  private boolean isTotalWaiting;

  /**
   * Creates a block.
   *
   * @param awardsMayFollow whether awards of the student may follow after other students, so that a
   *     total of XP must wait until all lines have been read
   */
  StudentBlock(String table, OwnWrites writes, ExistingItems existing, boolean awardsMayFollow) {
    this.store = StudentStore.create(writes, table);
    this.writes = writes;
    this.existing = existing;
    this.awardsMayFollow = awardsMayFollow;
  }

  /** A deduction that may have to wait for awards. */
  private record Deferred(ImportLine line, XpAward award) {}

  /**
   * Processes lines, in several parts if there are many.
   *
   * @param last whether these are the student's last lines
   */
  ImportTally run(List<ImportLine> lines, boolean last) {
    tally = new ImportTally();
    hasAwards = hasAwards || lines.stream().anyMatch(line -> line.award().isPresent());
    for (ImportLine line : lines) {
      tally.lines++;
      deletion = deletion.or(() -> Optional.of(line).filter(ImportLine::isDeleted));
      try {
        run(line);
      } catch (LineRejectedException e) {
        tally.reject(line.raw(), e);
      } catch (MalformedItemException e) {
        refused = true;
        tally.reject(line.raw(), malformed());
      }
    }
    if (last && !refused) {
      settleDeferred();
      deletion.ifPresent(this::deleteOrWait);
    }
    return tally;
  }

  private void deleteOrWait(ImportLine line) {
    if (isTotalWaiting) {
      await(XpTotals.Step.DELETE, line);
    } else {
      delete(line);
    }
  }

  private void await(XpTotals.Step step, ImportLine line) {
    tally.await(new XpTotals.Waiting(line.id(), step, isNew, line.raw()));
  }

  /**
   * Carries out a step that waited until all lines had been read.
   *
   * @param anyAwards whether there are awards of the student
   */
  ImportTally settle(XpTotals.Waiting waiting, ImportLine line, boolean anyAwards) {
    tally = new ImportTally();
    isNew = waiting.isNew();
    hasAwards = anyAwards;
    try {
      switch (waiting.step()) {
        case AWARD_TOTAL -> line.openingXp().ifPresent(award -> openingXp(line, award));
        case DELETE -> delete(line);
        case AWARDED -> {}
      }
      settleDeferred();
    } catch (LineRejectedException e) {
      tally.reject(line.raw(), e);
    } catch (MalformedItemException e) {
      tally.reject(line.raw(), malformed());
    }
    return tally;
  }

  private void run(ImportLine line) {
    if (refused) {
      throw LineRejectedException.ofLine(
          Refusal.STUDENT_REFUSED, "belongs to a refused line of the student");
    }
    line.student().ifPresent(this::create);
    line.openingXp().ifPresent(award -> openingXp(line, award));
    line.award().ifPresent(award -> award(line, award));
  }

  private void create(NewStudent wanted) {
    boolean created = !existing.isFound(wanted) && isCreatedBy(wanted);
    existing.note(!created);
    isNew = isNew || created;
    if (created) {
      tally.created++;
    } else {
      tally.alreadyThere++;
    }
  }

  /** Whether the student did not exist before. */
  private boolean isCreatedBy(NewStudent wanted) {
    try {
      return writes.isMadeBy(() -> store.create(wanted));
    } catch (StudentExistsException e) {
      requireSame(wanted);
      return false;
    } catch (EmailTakenException e) {
      refused = true;
      throw new LineRejectedException(Refusal.EMAIL_TAKEN, "email", "is another student's");
    }
  }

  /** A student that was created otherwise or changed since may now equal the line. */
  private void requireSame(NewStudent wanted) {
    StudentId id = wanted.id().orElseThrow();
    if (store.findById(id, FindOption.INCLUDE_DELETED).stream()
        .noneMatch(student -> ExistingItems.isSame(student, wanted))) {
      refused = true;
      throw new LineRejectedException(
          Refusal.ID_TAKEN, "id", "belongs to a student with other names or another address");
    }
  }

  /**
   * A student that was there may have its XP otherwise than by that award, as in a file that was
   * exported from this table. It is not given again then.
   */
  private void openingXp(ImportLine line, XpAward award) {
    if (line.isXpTotal() && hasAwards) {
      throw totalBesideAwards();
    }
    if (line.isXpTotal() && awardsMayFollow) {
      isTotalWaiting = true;
      await(XpTotals.Step.AWARD_TOTAL, line);
    } else if (isNew) {
      award(line, award);
    } else if (existing.isGiven(line.id(), award)) {
      existing.note(true);
      tally.awardsAlreadyApplied++;
    } else {
      HeldXp held = existing.heldXp(line.id());
      if (held.isNone(line.isXpTotal())) {
        award(line, award);
      } else if (held.amount(line.isXpTotal()) == award.amount()
          || existing.isGiven(line.id(), award)) { // since it was looked for
        tally.awardsAlreadyApplied++;
      } else {
        throw new LineRejectedException(
            Refusal.AWARD_MISMATCH, "xp", "is not what the student has already");
      }
    }
  }

  private void award(ImportLine line, XpAward award) {
    try {
      apply(line, award);
    } catch (InsufficientXpException e) {
      // In a file awards stand in the order of their ids: the XP may be given further down.
      deferred.add(new Deferred(line, award));
    }
  }

  private void apply(ImportLine line, XpAward award) {
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
      throw notFound();
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

  /** Repeats while that makes progress. */
  private void settleDeferred() {
    boolean settled = true;
    while (settled && !deferred.isEmpty()) {
      settled = deferred.removeIf(this::isSettled);
    }
    deferred.forEach(
        it ->
            tally.reject(
                it.line().raw(),
                new LineRejectedException(
                    Refusal.INSUFFICIENT_XP, "amount", "must not exceed the student's XP")));
  }

  private boolean isSettled(Deferred it) {
    try {
      apply(it.line(), it.award());
      return true;
    } catch (InsufficientXpException e) {
      return false;
    } catch (LineRejectedException e) {
      tally.reject(it.line().raw(), e);
      return true;
    }
  }

  private void delete(ImportLine line) {
    try {
      Optional<Student> before = store.findById(line.id(), FindOption.INCLUDE_DELETED);
      if (before.isEmpty()) {
        tally.reject(line.raw(), notFound());
      } else if (!before.get().isDeleted() && writes.isMadeBy(() -> store.softDelete(line.id()))) {
        tally.deleted++;
      }
    } catch (ContentionException e) {
      tally.reject(
          line.raw(),
          LineRejectedException.ofLine(
              Refusal.CONTENTION, "met other writers that kept changing the student"));
    }
  }

  static LineRejectedException totalBesideAwards() {
    return new LineRejectedException(
        Refusal.INVALID_VALUE, "xp", "must be openingXp beside awards, which it may include");
  }

  private static LineRejectedException notFound() {
    return new LineRejectedException(
        Refusal.STUDENT_NOT_FOUND, "id", "is not that of a student, or of a deleted one");
  }

  private static LineRejectedException malformed() {
    return new LineRejectedException(Refusal.ID_TAKEN, "id", "belongs to a malformed item");
  }
}
