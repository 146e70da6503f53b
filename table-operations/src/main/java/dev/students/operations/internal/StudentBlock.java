package dev.students.operations.internal;

import dev.students.data.ContentionException;
import dev.students.data.EmailTakenException;
import dev.students.data.FindOption;
import dev.students.data.MalformedItemException;
import dev.students.data.NewStudent;
import dev.students.data.Student;
import dev.students.data.StudentExistsException;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.XpAward;
import dev.students.operations.Refusal;
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
  private final BlockAwards awards;
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
    this.awards = new BlockAwards(store, existing);
    this.writes = writes;
    this.existing = existing;
    this.awardsMayFollow = awardsMayFollow;
  }

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
        tally.reject(line.raw(), LineRejectedException.malformedItem());
      }
    }
    if (last && !refused) {
      awards.settle(tally);
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
      awards.settle(tally);
    } catch (LineRejectedException e) {
      tally.reject(line.raw(), e);
    } catch (MalformedItemException e) {
      tally.reject(line.raw(), LineRejectedException.malformedItem());
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
    line.award().ifPresent(award -> awards.award(line, award, tally));
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
      throw LineRejectedException.totalBesideAwards();
    }
    if (line.isXpTotal() && awardsMayFollow) {
      isTotalWaiting = true;
      await(XpTotals.Step.AWARD_TOTAL, line);
    } else if (isNew) {
      awards.award(line, award, tally);
    } else if (existing.isGiven(line.id(), award)) {
      existing.note(true);
      tally.awardsAlreadyApplied++;
    } else {
      HeldXp held = existing.heldXp(line.id());
      if (held.isNone(line.isXpTotal())) {
        awards.award(line, award, tally);
      } else if (held.amount(line.isXpTotal()) == award.amount()
          || existing.isGiven(line.id(), award)) { // since it was looked for
        tally.awardsAlreadyApplied++;
      } else {
        throw new LineRejectedException(
            Refusal.AWARD_MISMATCH, "xp", "is not what the student has already");
      }
    }
  }

  private void delete(ImportLine line) {
    try {
      Optional<Student> before = store.findById(line.id(), FindOption.INCLUDE_DELETED);
      if (before.isEmpty()) {
        tally.reject(line.raw(), LineRejectedException.studentNotFound());
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
}
