package dev.students.data;

import java.time.Instant;
import java.util.Optional;

/**
 * A student as the store read or wrote it.
 *
 * @param id the id, for ever the same
 * @param firstName the first name
 * @param lastName the last name
 * @param email the e-mail address as typed
 * @param xp experience points, 0 to {@link XpAward#MAX_XP}
 * @param version a number that every change of the profile increases by 1; XP does not count. It
 *     begins at a random number and never repeats for an id, also when the student is erased and
 *     the id used again. 0 for one that a legacy client wrote and nobody has changed since, the
 *     only one that repeats
 * @param createdAt when it was created, to the millisecond; absent if a legacy client created it
 * @param updatedAt when the profile last changed; absent as above
 * @param isDeleted whether it is soft-deleted
 * @param deletedAt when it was soft-deleted; absent while it is not, or if a legacy client did it
 */
public record Student(
    StudentId id,
    PersonName firstName,
    PersonName lastName,
    EmailAddress email,
    long xp,
    long version,
    Optional<Instant> createdAt,
    Optional<Instant> updatedAt,
    boolean isDeleted,
    Optional<Instant> deletedAt) {

  /** Without names and address: they are personal data. */
  @Override
  public String toString() {
    return "Student[id=%s, xp=%d, version=%d, isDeleted=%s, …]"
        .formatted(id.value(), xp, version, isDeleted);
  }
}
