package dev.students.data.internal;

import dev.students.data.EmailAddress;
import dev.students.data.EmailTakenException;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A change of one student's profile, as pure decisions based on what was read and on DynamoDB's
 * response.
 */
public sealed interface ProfileChange
    permits UpdateStudent, SoftDeleteStudent, RestoreStudent, ChangeOfRead {

  /** The student to change. */
  StudentId id();

  /**
   * Decides what to write.
   *
   * @param read the student as read, deleted or not
   * @param dropped the optional actions to omit because they failed before
   */
  Decision decide(StudentItem read, Dropped dropped, RequestIdentity identity);

  /** Whether this change is possible for the given student. */
  default boolean isFor(Student student) {
    return true;
  }

  /** Whether the change must be refused if the e-mail address is taken. */
  boolean needsEmail();

  /** Decides what to write, or throws if there is no student. */
  default Decision decide(Optional<StudentItem> read, Dropped dropped, RequestIdentity identity) {
    return decide(read.orElseThrow(() -> new StudentNotFoundException(id())), dropped, identity);
  }

  /**
   * Reserves the student's address and frees its previous one. If a legacy client changed the
   * address, the reservation of the previous address still exists.
   */
  default List<Action> claim(String table, StudentItem read, EmailAddress email, Dropped dropped) {
    Reservation reservation = new Reservation(table, id());
    AddressForms forms = AddressForms.of(email);
    Set<String> former = read.reservedForms();
    former.removeAll(forms.all());
    List<Action> actions = new ArrayList<>(reservation.claim(forms));
    actions.addAll(reservation.release(former, dropped));
    return actions;
  }

  /**
   * Decides which optional actions to omit after a cancellation. Empty if the student itself has
   * changed and must be read again.
   *
   * @throws EmailTakenException if another student has the address that the change needs
   */
  default Optional<Dropped> drop(Cancellation cancellation, Dropped dropped) {
    if (cancellation.failed(ActionRole.STUDENT)) {
      return Optional.empty();
    }
    if (cancellation.failed(ActionRole.CLAIM)) {
      if (needsEmail()) {
        throw new EmailTakenException();
      }
      return Optional.of(dropped.andClaim());
    }
    return Optional.of(dropped.andReleases(cancellation.unreleased()));
  }
}
