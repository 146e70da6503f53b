package dev.students.data.internal;

import static dev.students.data.StudentTable.EMAIL_INDEX;
import static dev.students.data.StudentTable.PARTITION_KEY;

import dev.students.data.EmailAddress;
import dev.students.data.PersonName;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.XpAward;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A student's item and the student parsed from it, in the format of this library or of a legacy
 * client.
 *
 * @param item the item as it was read
 * @param student the parsed student
 * @param holdsReservation whether its e-mail address is certainly reserved for it. False for a
 *     student that a legacy client wrote until this library first changes it, for one whose address
 *     a legacy client changed, and for one whose reservation uses an earlier form of its address
 */
record StudentItem(Item item, Student student, boolean holdsReservation) {

  /** Parses an item. Empty if there is no item, or only the marker of an erasure. */
  static Optional<StudentItem> read(Item item) {
    if (item.isEmpty() || item.flag(Attributes.ERASING)) {
      return Optional.empty();
    }
    Optional<EmailAddress> typed = item.text(ProfileField.EMAIL.attribute(), StudentItem::email);
    Optional<String> indexed = item.text(EMAIL_INDEX.partitionKey(), text -> text);
    Optional<AddressForms> forms = typed.map(AddressForms::of);
    boolean agree = forms.map(AddressForms::lowerCase).equals(indexed);
    // If they differ, a legacy client has changed the address, and it writes only the index key.
    EmailAddress email =
        (agree || indexed.isEmpty()
                ? typed
                : item.text(EMAIL_INDEX.partitionKey(), StudentItem::email))
            .orElseThrow(() -> item.malformed(ProfileField.EMAIL.attribute(), "is missing"));
    boolean holds =
        agree
            && forms
                .flatMap(StudentItem::reservedAs)
                .equals(item.attribute(Attributes.RESERVED_AS));
    return Optional.of(new StudentItem(item, student(item, email), holds));
  }

  /**
   * Reconstructs the attributes relevant to changes, other than the key, of the item that a student
   * was read from, assuming that either this library or a legacy client wrote all of it. If both
   * wrote parts of it, the reconstruction can differ from the item, and an optimistic lock on it
   * fails.
   */
  static StudentItem assumed(Student student) {
    boolean legacy = student.version() == 0;
    Map<String, AttributeValue> item = new HashMap<>();
    put(item, ProfileField.FIRST_NAME.attribute(), student.firstName().value());
    put(item, ProfileField.LAST_NAME.attribute(), student.lastName().value());
    student.deletedAt().ifPresent(time -> put(item, Attributes.DELETED_AT, time.toString()));
    if (student.isDeleted()) {
      item.put(Attributes.DELETED, Attributes.TRUE);
    }
    if (legacy) {
      put(item, EMAIL_INDEX.partitionKey(), student.email().value());
      put(item, EMAIL_INDEX.sortKey(), Keys.studentText(student.id()));
    } else {
      item.put(Attributes.VERSION, AttributeValue.fromN(Long.toString(student.version())));
      put(item, ProfileField.EMAIL.attribute(), student.email().value());
    }
    // A legacy client stores no time of deletion, and leaves deleted students in the index.
    boolean holds = !legacy && student.deletedAt().isEmpty();
    if (holds) {
      AddressForms forms = AddressForms.of(student.email());
      item.putAll(IndexKeys.ofEmail(student.id(), forms));
      reservedAs(forms).ifPresent(form -> item.put(Attributes.RESERVED_AS, form));
    }
    return new StudentItem(new Item(item), student, holds);
  }

  private static void put(Map<String, AttributeValue> item, String attribute, String text) {
    item.put(attribute, AttributeValue.fromS(text));
  }

  boolean isDeleted() {
    return student.isDeleted();
  }

  /** The forms of the address under which this student's reservation may exist. */
  Set<String> reservedForms() {
    Set<String> forms = new LinkedHashSet<>();
    addForms(item, ProfileField.EMAIL.attribute(), forms);
    if (forms.isEmpty()) {
      addForms(item, EMAIL_INDEX.partitionKey(), forms);
    }
    return forms;
  }

  /**
   * The forms under which a reservation may exist for an item that may be malformed, from all its
   * attributes.
   */
  static Set<String> everyReservedForm(Item item) {
    Set<String> forms = new LinkedHashSet<>();
    addForms(item, ProfileField.EMAIL.attribute(), forms);
    addForms(item, EMAIL_INDEX.partitionKey(), forms);
    addForms(item, Attributes.RESERVED_AS, forms);
    return forms;
  }

  /**
   * Ignores text that is too long for an address: it was never reserved and might not fit into a
   * key.
   */
  private static void addForms(Item item, String attribute, Set<String> forms) {
    AttributeValue value = item.attributes().get(attribute);
    String text = value == null ? null : value.s();
    if (text != null && !text.isEmpty()) {
      for (String form : AddressForms.of(text).all()) {
        if (ValueRules.fits(form)) {
          forms.add(form);
        }
      }
    }
  }

  /** The value of {@link Attributes#RESERVED_AS} for an address; empty for nearly all addresses. */
  static Optional<AttributeValue> reservedAs(AddressForms forms) {
    return forms.differ() ? Optional.of(AttributeValue.fromS(forms.folded())) : Optional.empty();
  }

  private static Student student(Item item, EmailAddress email) {
    return new Student(
        item.requiredText(PARTITION_KEY, key -> id(item, key)),
        item.requiredText(ProfileField.FIRST_NAME.attribute(), StudentItem::name),
        item.requiredText(ProfileField.LAST_NAME.attribute(), StudentItem::name),
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

  /**
   * Ignores invisible characters in values that were written before such characters were refused.
   */
  private static PersonName name(String stored) {
    return PersonName.of(Invisible.withoutInvisibleAround(stored));
  }

  private static EmailAddress email(String stored) {
    return EmailAddress.of(Invisible.withoutInvisible(stored));
  }

  private static StudentId id(Item item, String key) {
    if (!key.startsWith(Keys.STUDENT_PREFIX)) {
      throw item.malformed(PARTITION_KEY, "is not a student key");
    }
    return StudentId.of(key.substring(Keys.STUDENT_PREFIX.length()));
  }
}
