package dev.students.data.internal;

import dev.students.data.StaleVersionException;
import dev.students.data.Student;
import dev.students.data.StudentId;

/**
 * A change of a student that the caller has read. It takes one request, conditional on the student
 * being as the caller passes it. If the student has changed, the change is refused, or applied to
 * the student as read again.
 *
 * @param change the change
 * @param given the student as the caller read it
 * @param readsAgain whether to apply the change to a student that has changed since
 */
public record ChangeOfRead(ProfileChange change, Student given, boolean readsAgain)
    implements ProfileChange {

  /** The item that corresponds to the student, provided that no legacy client has modified it. */
  StudentItem assumed() {
    return StudentItem.assumed(given);
  }

  @Override
  public StudentId id() {
    return change.id();
  }

  @Override
  public boolean isFor(Student student) {
    return change.isFor(student);
  }

  @Override
  public boolean needsEmail() {
    return change.needsEmail();
  }

  /** Recognizes a repeated call: the student is already as this change leaves it. */
  @Override
  public Decision decide(StudentItem read, Dropped dropped, RequestIdentity identity) {
    Student now = read.student();
    if (isSameProfile(given, now) || (readsAgain && Incarnation.isSame(given, now))) {
      return change.decide(read, dropped, identity);
    }
    if (isFor(given)
        && isSameProfile(change.decide(assumed(), Dropped.NOTHING, identity).answer(), now)) {
      return new Decision.Done(now);
    }
    throw new StaleVersionException(id(), given.version(), now.version());
  }

  /** Compares the profiles, which do not include XP; the timestamps follow from the version. */
  private static boolean isSameProfile(Student one, Student other) {
    return one.version() == other.version()
        && one.isDeleted() == other.isDeleted()
        && one.firstName().equals(other.firstName())
        && one.lastName().equals(other.lastName())
        && one.email().equals(other.email());
  }
}
