package dev.students.data.internal;

import dev.students.data.AwardMismatchException;
import dev.students.data.AwardOutcome;
import dev.students.data.InsufficientXpException;
import dev.students.data.StudentId;
import dev.students.data.StudentNotFoundException;
import dev.students.data.StudentStoreException;
import dev.students.data.XpAward;
import dev.students.data.XpLimitExceededException;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** Awards XP to a student or deducts it, once for each award. */
record AwardXp(String table, StudentId student, XpAward award, RequestIdentity identity) {

  Transaction transaction() {
    return Transaction.of(
        identity.token(), new AwardActions(table, student, List.of(award), identity).actions());
  }

  /** Reads the award. Needed if only the student's failed condition was reported. */
  GetItemRequest readAward() {
    return GetItemRequest.builder()
        .tableName(table)
        .key(Keys.award(student, award.id()))
        .consistentRead(true)
        .build();
  }

  /**
   * Evaluates a failed transaction. The award is considered before the student, so that a repeated
   * award is recognized even if the student has been deleted since or has no XP left. Empty if the
   * award must be read first.
   */
  Optional<AwardOutcome> answer(Cancellation cancellation) {
    return cancellation.failed(ActionRole.AWARD)
        ? Optional.of(repeated(student, award, cancellation.item(ActionRole.AWARD)))
        : Optional.empty();
  }

  /** Evaluates a failed transaction after the award was read. */
  AwardOutcome answer(Item awardRead, Cancellation cancellation) {
    if (awardRead.isEmpty()) {
      throw refusal(student, award, cancellation.item(ActionRole.STUDENT));
    }
    return repeated(student, award, awardRead);
  }

  /**
   * Returns the outcome of an award that was applied before.
   *
   * @throws AwardMismatchException if it was applied with a different amount
   */
  static AwardOutcome repeated(StudentId student, XpAward award, Item recorded) {
    return repeated(student, award, recorded.requiredNumber(Attributes.AMOUNT));
  }

  /** Returns the outcome of an award that was applied before with the amount {@code applied}. */
  static AwardOutcome repeated(StudentId student, XpAward award, long applied) {
    if (applied != award.amount()) {
      throw new AwardMismatchException(student, award.id(), applied);
    }
    return AwardOutcome.ALREADY_APPLIED;
  }

  /** Returns why the award cannot be made to the student that was found. */
  static StudentStoreException refusal(StudentId student, XpAward award, Item found) {
    if (found.isEmpty() || found.flag(Attributes.DELETED)) {
      return new StudentNotFoundException(student);
    }
    return refusal(student, award, StudentItem.xp(found));
  }

  /** Returns why the award cannot be made to a student with that XP. */
  static StudentStoreException refusal(StudentId student, XpAward award, long xp) {
    return award.amount() < 0
        ? new InsufficientXpException(student, xp, award.amount())
        : new XpLimitExceededException(student, xp, award.amount());
  }
}
