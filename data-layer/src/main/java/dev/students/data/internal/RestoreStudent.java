package dev.students.data.internal;

import static dev.students.data.StudentTable.INDEX_PARTITION_KEY;
import static dev.students.data.StudentTable.INDEX_SORT_KEY;

import dev.students.data.Student;
import dev.students.data.StudentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Takes a soft deletion back and claims the e-mail address again. */
public record RestoreStudent(String table, StudentId id, OptionalLong expectedVersion)
    implements ProfileChange {

  @Override
  public boolean needsEmail() {
    return true;
  }

  @Override
  public Decision decide(StudentItem read, Set<Part> without, Stamp stamp) {
    if (!read.isDeleted()) {
      return new Decision.Done(read.student());
    }
    checkVersion(read.student());
    Student after = restored(read.student(), stamp);
    List<Action> actions = new ArrayList<>();
    actions.add(
        new Revision(table, read, stamp)
            .set(Attributes.EMAIL, after.email().value())
            .set(INDEX_PARTITION_KEY, after.email().normalized())
            .set(INDEX_SORT_KEY, Keys.studentText(id))
            .remove(Attributes.DELETED, Attributes.DELETED_AT)
            .action());
    actions.add(new Reservation(table, after.email().normalized(), id).claim());
    releaseOfFormer(table, read, after, without).forEach(actions::add);
    return new Decision.Write(Transaction.of(stamp.token(), actions), after);
  }

  private static Student restored(Student before, Stamp stamp) {
    return new Student(
        before.id(),
        before.firstName(),
        before.lastName(),
        before.email(),
        before.xp(),
        Revision.nextVersion(before),
        before.createdAt(),
        Optional.of(stamp.time()),
        false,
        Optional.empty());
  }
}
