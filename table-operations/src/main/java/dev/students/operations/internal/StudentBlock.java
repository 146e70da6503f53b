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
  private final ImportClock clock;
  private final RequestSender sender;
  private final ExistingItems existing;
  private final List<Deferred> deferred = new ArrayList<>();
  private ImportTally tally = new ImportTally();
  private Optional<ImportLine> deletion = Optional.empty();
  private boolean refused;
  private boolean isNew;
  private boolean hasAwards;

  StudentBlock(
      StudentStore store, ImportClock clock, RequestSender sender, ExistingItems existing) {
    this.store = store;
    this.clock = clock;
    this.sender = sender;
    this.existing = existing;
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
      deletion.ifPresent(this::delete);
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
      clock.begin();
      boolean created = clock.hasCreated(sender.send(() -> store.create(wanted)));
      if (created) {
        clock.end();
      }
      return created;
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
    if (sender.send(() -> store.findById(id, FindOption.INCLUDE_DELETED)).stream()
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
      throw new LineRejectedException(
          Refusal.INVALID_VALUE, "xp", "must be openingXp beside awards, which it may include");
    }
    if (isNew) {
      award(line, award);
    } else if (existing.isGiven(line.id(), award)) {
      existing.note(true);
      tally.awardsAlreadyApplied++;
    } else {
      HeldXp held = existing.heldXp(line.id());
      if (held.isNone(line.isXpTotal())) {
        award(line, award);
      } else if (held.amount(line.isXpTotal()) == award.amount()) {
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
        !existing.isFound(line.id(), award)
            && sender.send(() -> answer(line, award)) == AwardOutcome.APPLIED;
    existing.note(!applied);
    if (applied) {
      tally.awardsApplied++;
    } else {
      tally.awardsAlreadyApplied++;
    }
  }

  private AwardOutcome answer(ImportLine line, XpAward award) {
    clock.begin();
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
    clock.begin();
    try {
      Optional<Student> before =
          sender.send(() -> store.findById(line.id(), FindOption.INCLUDE_DELETED));
      if (before.isEmpty()) {
        tally.reject(line.raw(), notFound());
      } else if (!before.get().isDeleted()) {
        sender.send(() -> store.softDelete(line.id()));
        tally.deleted++;
      }
    } catch (ContentionException e) {
      tally.reject(
          line.raw(),
          LineRejectedException.ofLine(
              Refusal.CONTENTION, "met other writers that kept changing the student"));
    }
  }

  private static LineRejectedException notFound() {
    return new LineRejectedException(
        Refusal.STUDENT_NOT_FOUND, "id", "is not that of a student, or of a deleted one");
  }

  private static LineRejectedException malformed() {
    return new LineRejectedException(Refusal.ID_TAKEN, "id", "belongs to a malformed item");
  }
}
