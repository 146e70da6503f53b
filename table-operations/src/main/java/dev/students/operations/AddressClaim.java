package dev.students.operations;

import dev.students.data.StoredItem;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.operations.internal.Keys;
import java.io.Serializable;
import java.util.Optional;

/**
 * The claim of one item on an address. {@link CheckRules} compares all claims on an address.
 *
 * <p>The address is personal data: do not log it, and encrypt files that contain it.
 *
 * @param address the address in normal form, by which claims are compared
 * @param student the student that the item names as the holder
 * @param by the kind of the item
 * @param keyForm the address as in the key of a reservation; blank for other items
 */
public record AddressClaim(String address, String student, By by, String keyForm)
    implements Serializable {

  /** The kinds of items that claim an address. */
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

  /** The claim of an item. Empty if it claims no address. */
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

  /** The student that the item names as the holder. */
  public StudentId studentId() {
    return StudentId.of(student);
  }

  /** Whether the item is a student that is not deleted. */
  public boolean isOfLiveStudent() {
    return by == By.STUDENT || by == By.STUDENT_OUT_OF_INDEX;
  }

  /** Omits the address, which is personal data. */
  @Override
  public String toString() {
    return "AddressClaim[student=%s, by=%s, …]".formatted(student, by);
  }
}
