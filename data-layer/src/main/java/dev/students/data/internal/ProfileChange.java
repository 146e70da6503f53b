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

/** A change of one student's profile: pure decisions on what was read and what was answered. */
public sealed interface ProfileChange
    permits UpdateStudent, SoftDeleteStudent, RestoreStudent, ChangeOfRead {

  /** Whose profile it is. */
  StudentId id();

  /**
   * What to do.
   *
   * @param read the student as just read, deleted or not
   * @param dropped what failed before and the change can do without
   */
  Decision decide(StudentItem read, Dropped dropped, RequestIdentity identity);

  /** Whether such a student can be changed so at all. */
  default boolean isFor(Student student) {
    return true;
  }

  /** Whether the change is pointless without the e-mail address. */
  boolean needsEmail();

  /** The same, or a refusal if no student was read. */
  default Decision decide(Optional<StudentItem> read, Dropped dropped, RequestIdentity identity) {
    return decide(read.orElseThrow(() -> new StudentNotFoundException(id())), dropped, identity);
  }

  /**
   * Claims the student's address, and frees the one that was its until now. Where a legacy client
   * changed the address, the reservation of the former one is still there.
   */
  default List<Action> claim(String table, StudentItem read, EmailAddress email, Dropped dropped) {
    Reservation reservation = new Reservation(table, id());
    Set<String> former = read.reservedForms();
    former.removeAll(AddressForms.of(email.value()).all());
    List<Action> actions = new ArrayList<>(reservation.claim(email));
    actions.addAll(reservation.release(former, dropped));
    return actions;
  }

  /**
   * What to retry the change without after a cancellation. Empty if the student itself has changed
   * and must be read again.
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
