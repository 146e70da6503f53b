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
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Marks a student deleted, takes it out of the index and frees its e-mail address, which the item
 * keeps for a restore.
 */
public record SoftDeleteStudent(String table, StudentId id, OptionalLong expectedVersion)
    implements ProfileChange {

  @Override
  public boolean needsEmail() {
    return false;
  }

  @Override
  public Decision decide(StudentItem read, Set<Part> without, Stamp stamp) {
    // One of ours that an older program deleted still holds its address: that is finished here.
    if (read.isDeleted() && !read.holdsReservation()) {
      return new Decision.Done(read.student());
    }
    checkVersion(read.student());
    Student after = deleted(read.student(), stamp);
    List<Action> actions = new ArrayList<>();
    actions.add(
        new Revision(table, read, stamp)
            .set(Attributes.EMAIL, after.email().value())
            .set(Attributes.DELETED, AttributeValue.fromBool(true))
            .set(Attributes.DELETED_AT, stamp.timeValue())
            .remove(INDEX_PARTITION_KEY, INDEX_SORT_KEY)
            .action());
    if (!without.contains(Part.RELEASE)) {
      actions.add(new Reservation(table, read.reservedEmail(), id).release());
    }
    return new Decision.Write(Transaction.of(stamp.token(), actions), after);
  }

  private static Student deleted(Student before, Stamp stamp) {
    return new Student(
        before.id(),
        before.firstName(),
        before.lastName(),
        before.email(),
        before.xp(),
        Revision.nextVersion(before),
        before.createdAt(),
        Optional.of(stamp.time()),
        true,
        Optional.of(stamp.time()));
  }
}
