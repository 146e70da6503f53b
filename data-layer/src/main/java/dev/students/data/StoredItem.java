package dev.students.data;

import dev.students.data.internal.ItemReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item of the table, classified by its key and parsed by the same rules as in the store. For
 * programs that process whole tables or exports of them; sends no requests.
 */
public sealed interface StoredItem {

  /** The attribute of a student's item that contains the address as typed. */
  String EMAIL_ATTRIBUTE = "email";

  /**
   * Reads an item. Throws nothing if the item is invalid, but returns {@link Malformed} or {@link
   * Phantom}.
   *
   * @param item all attributes of one item, keys included
   */
  static StoredItem read(Map<String, AttributeValue> item) {
    return ItemReader.read(item);
  }

  /** The key of a student's item. */
  static Map<String, AttributeValue> key(StudentId student) {
    return ItemReader.key(student);
  }

  /** The key of an award's item. */
  static Map<String, AttributeValue> key(StudentId student, AwardId award) {
    return ItemReader.key(student, award);
  }

  /**
   * The keys under which an address may be reserved: first the key that the store uses now, then
   * the keys of earlier forms, which remain valid.
   */
  static List<Map<String, AttributeValue>> reservationKeys(EmailAddress email) {
    return ItemReader.reservationKeys(email);
  }

  /** The key attributes by which the indexes show a student that is not deleted. */
  static Map<String, AttributeValue> indexKeys(Student student) {
    return ItemReader.indexKeys(student);
  }

  /** The item with which the store reserves an address for a student. */
  static Map<String, AttributeValue> reservation(EmailAddress email, StudentId student) {
    return ItemReader.reservation(email, student);
  }

  /**
   * A student.
   *
   * @param student the parsed student
   * @param indexKey the partition key of the index by e-mail address; empty if the item has none
   * @param inAllIndexes whether the item has the key attributes of all indexes, with the values
   *     that let the store find the student
   * @param claimed whether the item indicates that its address is reserved. A student written by a
   *     legacy client has no reservation until the store first changes it
   */
  record OfStudent(
      Student student, Optional<String> indexKey, boolean inAllIndexes, boolean claimed)
      implements StoredItem {

    /** Omits the address, which is personal data. */
    @Override
    public String toString() {
      return "OfStudent[%s, claimed=%s]".formatted(student, claimed);
    }
  }

  /** The marker that remains of a student while its awards are being erased. */
  record ErasureMark(StudentId student) implements StoredItem {}

  /**
   * The item that an unconditional write creates under the key of a nonexistent student; it has
   * neither names nor an address.
   */
  record Phantom(StudentId student) implements StoredItem {}

  /**
   * The item that reserves an address for one student.
   *
   * @param address the address as it appears in the key, in whichever form it was reserved
   * @param student the student who has the address
   */
  record Reservation(String address, StudentId student) implements StoredItem {

    /** Omits the address, which is personal data. */
    @Override
    public String toString() {
      return "Reservation[student=%s, …]".formatted(student.value());
    }
  }

  /** An award that was applied to a student. */
  record Award(StudentId student, RecordedAward award) implements StoredItem {}

  /**
   * An invalid item of a known kind.
   *
   * @param student the student whose partition the item is in; empty for a reservation, and if the
   *     key contains no valid id
   * @param attribute the invalid attribute
   * @param problem why the attribute is invalid; does not contain its value
   * @param address for a student, the normalized address that may be reserved for it, as far as the
   *     item shows; otherwise empty
   */
  record Malformed(
      Optional<StudentId> student, String attribute, String problem, Optional<String> address)
      implements StoredItem {

    /** Omits the address, which is personal data. */
    @Override
    public String toString() {
      return "Malformed[student=%s, attribute=%s, problem=%s, …]"
          .formatted(student.map(StudentId::value).orElse("?"), attribute, problem);
    }
  }

  /** An item of a kind that the store does not know. */
  record Unknown() implements StoredItem {}
}
