package dev.students.data.internal;

import dev.students.data.StudentId;
import java.util.OptionalLong;

/**
 * Marks a student as deleted, removes it from the index and frees its e-mail address. The item
 * keeps the address for a restore.
 */
public record SoftDeleteStudent(String table, StudentId id, OptionalLong expectedVersion)
    implements ProfileChange {

  @Override
  public boolean needsEmail() {
    return false;
  }

  @Override
  public Decision decide(StudentItem read, Dropped dropped, RequestIdentity identity) {
    // A student that a legacy client deleted still holds its reservation, which is freed here.
    if (read.isDeleted() && !read.holdsReservation()) {
      new ExpectedVersion(expectedVersion).checkRepetition(read.student());
      return new Decision.Done(read.student());
    }
    new ExpectedVersion(expectedVersion).check(read.student());
    return new Revision(read, identity)
        .released()
        .set(Attributes.DELETED, Attributes.TRUE)
        .setTime(Attributes.DELETED_AT)
        .write(table, new Reservation(table, id).release(read.reservedForms(), dropped));
  }
}
