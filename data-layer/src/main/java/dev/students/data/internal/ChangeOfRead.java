package dev.students.data.internal;

import dev.students.data.StaleVersionException;
import dev.students.data.Student;
import dev.students.data.StudentId;

/**
 * A change of a student that the caller has read. It is made on what the caller gives, in one
 * request, if the student still is so; else it is refused, or made on what is read then.
 *
 * @param change the change
 * @param given the student as the caller has read it
 * @param readsAgain whether to make the change on a student that has changed since
 */
public record ChangeOfRead(ProfileChange change, Student given, boolean readsAgain)
    implements ProfileChange {

  /** The item that the student is read from, unless a legacy client has had a hand in it. */
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

  /** A repetition finds the student as the change has left it, and is answered that. */
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

  /** XP is none of the profile, and times follow from the version. */
  private static boolean isSameProfile(Student one, Student other) {
    return one.version() == other.version()
        && one.isDeleted() == other.isDeleted()
        && one.firstName().equals(other.firstName())
        && one.lastName().equals(other.lastName())
        && one.email().equals(other.email());
  }
}
