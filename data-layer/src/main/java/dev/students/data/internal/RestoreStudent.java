package dev.students.data.internal;

import dev.students.data.EmailAddress;
import dev.students.data.StudentId;
import java.util.OptionalLong;

/** Undoes a soft deletion and reserves the e-mail address again. */
public record RestoreStudent(String table, StudentId id, OptionalLong expectedVersion)
    implements ProfileChange {

  @Override
  public boolean needsEmail() {
    return true;
  }

  @Override
  public Decision decide(StudentItem read, Dropped dropped, RequestIdentity identity) {
    if (!read.isDeleted()) {
      new ExpectedVersion(expectedVersion).checkRepetition(read.student());
      return new Decision.Done(read.student());
    }
    new ExpectedVersion(expectedVersion).check(read.student());
    EmailAddress email = read.student().email();
    return new Revision(read, identity)
        .reserved(email)
        .remove(Attributes.DELETED)
        .remove(Attributes.DELETED_AT)
        .write(table, claim(table, read, email, dropped));
  }
}
