package dev.students.data;

import dev.students.data.internal.ItemReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What an item of the table is, told by its key and read by the rules that the store itself reads
 * by: for programs that look at whole tables, or at exports of them. Nothing here sends a request.
 */
public sealed interface StoredItem {

  /** The attribute of a student's item that has the address as typed. */
  String EMAIL_ATTRIBUTE = "email";

  /**
   * Reads an item. Nothing is thrown for an item that is not what it should be: it comes back as
   * {@link Malformed} or {@link Phantom}.
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
   * The keys under which an address may be reserved: first the one under which the store reserves
   * it now, then those of earlier forms, which go on being honoured.
   */
  static List<Map<String, AttributeValue>> reservationKeys(EmailAddress email) {
    return ItemReader.reservationKeys(email);
  }

  /** The address as the index has it for a student of that address. */
  static String indexKey(EmailAddress email) {
    return ItemReader.indexKey(email);
  }

  /** The item that reserves an address for a student, as the store writes it. */
  static Map<String, AttributeValue> reservation(EmailAddress email, StudentId student) {
    return ItemReader.reservation(email, student);
  }

  /**
   * A student.
   *
   * @param student what the item says
   * @param indexKey the address as the index has it; absent when the student is not in the index
   * @param claimed whether the item says that its address was claimed: a legacy client's student
   *     has claimed none until the store first changes it
   */
  record OfStudent(Student student, Optional<String> indexKey, boolean claimed)
      implements StoredItem {

    /** Without the address: it is personal data. */
    @Override
    public String toString() {
      return "OfStudent[%s, claimed=%s]".formatted(student, claimed);
    }
  }

  /** What is left of a student while its awards are being erased. */
  record ErasureMark(StudentId student) implements StoredItem {}

  /**
   * What a write without a condition leaves under the key of a student that is not there: neither
   * names nor an address.
   */
  record Phantom(StudentId student) implements StoredItem {}

  /**
   * The item that makes an address one student's.
   *
   * @param address the address as in the key, in whatever form it was reserved
   * @param student whose it is
   */
  record Reservation(String address, StudentId student) implements StoredItem {

    /** Without the address: it is personal data. */
    @Override
    public String toString() {
      return "Reservation[student=%s, …]".formatted(student.value());
    }
  }

  /** An award that a student was given. */
  record Award(StudentId student, RecordedAward award) implements StoredItem {}

  /**
   * An item of a known kind that is not what it should be.
   *
   * @param student the student whose partition it is in; absent for a reservation, and where the
   *     key holds no id
   * @param attribute the attribute that is wrong
   * @param problem what is wrong with it, without its value
   * @param address of a student, the address in normal form that may be reserved for it, as far as
   *     the item still tells
   */
  record Malformed(
      Optional<StudentId> student, String attribute, String problem, Optional<String> address)
      implements StoredItem {

    /** Without the address: it is personal data. */
    @Override
    public String toString() {
      return "Malformed[student=%s, attribute=%s, problem=%s, …]"
          .formatted(student.map(StudentId::value).orElse("?"), attribute, problem);
    }
  }

  /** An item of a kind that the store does not know. */
  record Unknown() implements StoredItem {}
}
