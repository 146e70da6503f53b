package dev.students.operations;

import dev.students.data.StoredItem;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.operations.internal.Keys;
import java.io.Serializable;
import java.util.Optional;

/**
 * What one item says about an address: {@link CheckRules} compares all that is said about one.
 *
 * <p>The address is personal data: it belongs into no log, and encrypted into files.
 *
 * @param address the address in normal form, by which claims are compared
 * @param student whose it is by that item
 * @param by what the item is
 * @param keyForm of a reservation, the address as in its key
 */
public record AddressClaim(String address, String student, By by, String keyForm)
    implements Serializable {

  /** What an item is that says something about an address. */
  public enum By {
    /** A live student that all indexes show, the index by address under this one. */
    STUDENT,
    /** A live student that some index does not show, or shows under an outdated key. */
    STUDENT_OUT_OF_INDEX,
    /** A deleted student that is still in an index. */
    DELETED_STUDENT,
    /** A malformed student; the address is not checked then. */
    MALFORMED_STUDENT,
    /** A reservation. */
    RESERVATION
  }

  /** What the item says, if it says anything about an address. */
  public static Optional<AddressClaim> of(StoredItem item) {
    if (item instanceof StoredItem.OfStudent found) {
      return ofStudent(found);
    }
    if (item instanceof StoredItem.Reservation found) {
      return Optional.of(
          new AddressClaim(
              Keys.normalized(found.address()),
              found.student().value(),
              By.RESERVATION,
              found.address()));
    }
    if (item instanceof StoredItem.Malformed found && found.student().isPresent()) {
      String student = found.student().get().value();
      return found
          .address()
          .map(it -> new AddressClaim(Keys.normalized(it), student, By.MALFORMED_STUDENT, ""));
    }
    return Optional.empty();
  }

  private static Optional<AddressClaim> ofStudent(StoredItem.OfStudent found) {
    Student student = found.student();
    if (student.isDeleted() && found.indexKey().isEmpty()) {
      return Optional.empty();
    }
    By by =
        student.isDeleted()
            ? By.DELETED_STUDENT
            : found.inAllIndexes() ? By.STUDENT : By.STUDENT_OUT_OF_INDEX;
    return Optional.of(
        new AddressClaim(student.email().normalized(), student.id().value(), by, ""));
  }

  /** Whose it is by that item. */
  public StudentId studentId() {
    return StudentId.of(student);
  }

  /** Whether the item is a student that is not deleted. */
  public boolean isOfLiveStudent() {
    return by == By.STUDENT || by == By.STUDENT_OUT_OF_INDEX;
  }

  /** Without the address: it is personal data. */
  @Override
  public String toString() {
    return "AddressClaim[student=%s, by=%s, …]".formatted(student, by);
  }
}
