package dev.students.data.internal;

import static dev.students.data.StudentTable.INDEX_PARTITION_KEY;

import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentNotFoundException;
import dev.students.data.StudentUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Changes names and e-mail address of a student that is not deleted. */
public record UpdateStudent(String table, StudentId id, StudentUpdate update)
    implements ProfileChange {

  @Override
  public OptionalLong expectedVersion() {
    return update.expectedVersion();
  }

  @Override
  public boolean needsEmail() {
    return update.email().isPresent();
  }

  @Override
  public Decision decide(StudentItem read, Set<Part> without, Stamp stamp) {
    if (read.isDeleted()) {
      throw new StudentNotFoundException(id);
    }
    Student before = read.student();
    checkVersion(before);
    Student after = changed(before, stamp);
    boolean claims =
        needsEmail()
            ? !read.holdsReservation() || !normalized(after).equals(normalized(before))
            : !read.holdsReservation() && !without.contains(Part.CLAIM);
    if (isSameProfile(before, after) && !(needsEmail() && claims)) {
      return new Decision.Done(before);
    }
    List<Action> actions = new ArrayList<>();
    actions.add(revision(read, after, claims, stamp).action());
    if (claims) {
      actions.add(new Reservation(table, normalized(after), id).claim());
      releaseOfFormer(table, read, after, without).forEach(actions::add);
    }
    return new Decision.Write(Transaction.of(stamp.token(), actions), after);
  }

  private Revision revision(StudentItem read, Student after, boolean claims, Stamp stamp) {
    Revision revision = new Revision(table, read, stamp);
    update.firstName().ifPresent(name -> revision.set(Attributes.FIRST_NAME, name.value()));
    update.lastName().ifPresent(name -> revision.set(Attributes.LAST_NAME, name.value()));
    if (claims || needsEmail()) {
      revision.set(Attributes.EMAIL, after.email().value());
    }
    if (claims) {
      revision.set(INDEX_PARTITION_KEY, normalized(after));
    }
    return revision;
  }

  private Student changed(Student before, Stamp stamp) {
    return new Student(
        id,
        update.firstName().orElse(before.firstName()),
        update.lastName().orElse(before.lastName()),
        update.email().orElse(before.email()),
        before.xp(),
        Revision.nextVersion(before),
        before.createdAt(),
        Optional.of(stamp.time()),
        false,
        Optional.empty());
  }

  private static boolean isSameProfile(Student one, Student other) {
    return one.firstName().equals(other.firstName())
        && one.lastName().equals(other.lastName())
        && one.email().equals(other.email());
  }

  private static String normalized(Student student) {
    return student.email().normalized();
  }
}
