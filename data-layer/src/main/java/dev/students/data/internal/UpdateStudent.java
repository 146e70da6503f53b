package dev.students.data.internal;

import dev.students.data.EmailAddress;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentNotFoundException;
import dev.students.data.StudentUpdate;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Changes the profile of a student that is not deleted. */
public record UpdateStudent(String table, StudentId id, StudentUpdate update)
    implements ProfileChange {

  @Override
  public boolean isFor(Student student) {
    return !student.isDeleted();
  }

  @Override
  public boolean needsEmail() {
    return update.email().isPresent();
  }

  @Override
  public Decision decide(StudentItem read, Dropped dropped, RequestIdentity identity) {
    if (!isFor(read.student())) {
      throw new StudentNotFoundException(id);
    }
    Student before = read.student();
    new ExpectedVersion(update.expectedVersion()).check(before);
    EmailAddress email = update.email().orElse(before.email());
    boolean claims = claims(read, email, dropped);
    Revision revision = new Revision(read, identity);
    for (ProfileField field : ProfileField.values()) {
      field
          .of(update)
          .ifPresent(value -> revision.set(field.attribute(), AttributeValue.fromS(value)));
    }
    if (revision.isEmpty() && !(needsEmail() && claims)) {
      return new Decision.Done(before);
    }
    if (claims || needsEmail()) {
      revision.reserved(email);
    }
    List<Action> others = claims ? claim(table, read, email, dropped) : List.of();
    return revision.write(table, others);
  }

  private boolean claims(StudentItem read, EmailAddress email, Dropped dropped) {
    return needsEmail()
        ? !read.holdsReservation()
            || !email.normalized().equals(read.student().email().normalized())
        : !read.holdsReservation() && !dropped.claim();
  }
}
