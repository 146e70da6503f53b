package dev.students.data;

import java.time.Instant;
import java.util.Optional;

/**
 * A student as the store read or wrote it.
 *
 * @param id the id, which never changes
 * @param firstName the first name
 * @param lastName the last name
 * @param email the e-mail address as typed
 * @param xp experience points, 0 to {@link XpAward#MAX_XP}
 * @param version a number that every change of the profile increases by 1; XP awards do not change
 *     it. It starts at a random number and never repeats for an id, even if the student is erased
 *     and the id is used again. The exception is 0, the version of a student that a legacy client
 *     wrote and this library has not changed since
 * @param createdAt when it was created, to the millisecond; empty if a legacy client created it
 * @param updatedAt when the profile last changed; empty if a legacy client created it and this
 *     library has not changed it since
 * @param isDeleted whether it is soft-deleted
 * @param deletedAt when it was soft-deleted; empty if it is not, or if a legacy client deleted it
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

  /** Omits the names and the address, which are personal data. */
  @Override
  public String toString() {
    return "Student[id=%s, xp=%d, version=%d, isDeleted=%s, …]"
        .formatted(id.value(), xp, version, isDeleted);
  }
}
