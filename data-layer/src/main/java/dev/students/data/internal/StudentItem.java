package dev.students.data.internal;

import static dev.students.data.StudentTable.INDEX_PARTITION_KEY;
import static dev.students.data.StudentTable.PARTITION_KEY;

import dev.students.data.EmailAddress;
import dev.students.data.PersonName;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.XpAward;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A student's item and what it means, in our format or the older program's.
 *
 * @param item the item as it was read
 * @param student what it says
 * @param holdsReservation whether its e-mail address is reserved for it for sure; an older
 *     program's student has none until we first change it, nor has one whose address that program
 *     changed
 */
record StudentItem(Item item, Student student, boolean holdsReservation) {

  /** The student of that item, unless there is none, or none any more but what is to be erased. */
  static Optional<StudentItem> read(Item item) {
    if (item.isEmpty() || item.flag(Attributes.ERASING)) {
      return Optional.empty();
    }
    Optional<EmailAddress> typed = item.text(Attributes.EMAIL, EmailAddress::of);
    Optional<String> indexed = item.text(INDEX_PARTITION_KEY, text -> text);
    boolean agree = typed.map(EmailAddress::normalized).equals(indexed);
    // Where they differ an older program has changed the address, and knew the index's only.
    EmailAddress email =
        (agree || indexed.isEmpty() ? typed : item.text(INDEX_PARTITION_KEY, EmailAddress::of))
            .orElseThrow(() -> item.malformed(Attributes.EMAIL, "is missing"));
    return Optional.of(new StudentItem(item, student(item, email), agree));
  }

  boolean isDeleted() {
    return student.isDeleted();
  }

  /** Under which address this student's reservation is, if it has one. */
  String reservedEmail() {
    return reservedEmail(item).orElseGet(() -> student.email().normalized());
  }

  /**
   * The same from an item that may be malformed otherwise. What is too long for an address is none
   * that was reserved, nor would it fit into a key.
   */
  static Optional<String> reservedEmail(Item item) {
    return Stream.of(Attributes.EMAIL, INDEX_PARTITION_KEY)
        .flatMap(name -> item.attribute(name).stream())
        .flatMap(value -> Stream.ofNullable(value.s()))
        .map(Rules::lowerCase)
        .filter(email -> email.length() <= Rules.EMAIL_BYTES)
        .findFirst();
  }

  private static Student student(Item item, EmailAddress email) {
    return new Student(
        item.requiredText(PARTITION_KEY, key -> id(item, key)),
        item.requiredText(Attributes.FIRST_NAME, PersonName::of),
        item.requiredText(Attributes.LAST_NAME, PersonName::of),
        email,
        xp(item),
        item.number(Attributes.VERSION).orElse(0L),
        item.instant(Attributes.CREATED_AT),
        item.instant(Attributes.UPDATED_AT),
        item.flag(Attributes.DELETED),
        item.instant(Attributes.DELETED_AT));
  }

  /** The XP of a student's item. */
  static long xp(Item item) {
    long xp = item.requiredNumber(Attributes.XP);
    if (xp < 0 || xp > XpAward.MAX_XP) {
      throw item.malformed(Attributes.XP, "is not within 0 to %d".formatted(XpAward.MAX_XP));
    }
    return xp;
  }

  private static StudentId id(Item item, String key) {
    if (!key.startsWith(Keys.STUDENT_PREFIX)) {
      throw item.malformed(PARTITION_KEY, "is no student's");
    }
    return StudentId.of(key.substring(Keys.STUDENT_PREFIX.length()));
  }
}
