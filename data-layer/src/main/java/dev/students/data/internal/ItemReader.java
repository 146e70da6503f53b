package dev.students.data.internal;

import static dev.students.data.StudentTable.EMAIL_INDEX;
import static dev.students.data.StudentTable.PARTITION_KEY;
import static dev.students.data.StudentTable.SORT_KEY;

import dev.students.data.AwardId;
import dev.students.data.EmailAddress;
import dev.students.data.InvalidValueException;
import dev.students.data.MalformedItemException;
import dev.students.data.StoredItem;
import dev.students.data.Student;
import dev.students.data.StudentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Classifies items and parses each kind as the operations do. */
public final class ItemReader {

  private ItemReader() {}

  /** Classifies and parses an item. */
  public static StoredItem read(Map<String, AttributeValue> attributes) {
    Item item = new Item(attributes);
    Optional<String> partition = key(item, PARTITION_KEY);
    Optional<String> sort = key(item, SORT_KEY);
    if (partition.isEmpty() || sort.isEmpty()) {
      return new StoredItem.Unknown();
    }
    return read(item, partition.get(), sort.get());
  }

  /** A student's key. */
  public static Map<String, AttributeValue> key(StudentId student) {
    return Keys.student(student);
  }

  /** An award's key. */
  public static Map<String, AttributeValue> key(StudentId student, AwardId award) {
    return Keys.award(student, award);
  }

  /** The keys under which an address may be reserved, the current one first. */
  public static List<Map<String, AttributeValue>> reservationKeys(EmailAddress email) {
    return AddressForms.of(email).all().stream().map(Keys::reservation).toList();
  }

  /** The key attributes of a student in all indexes. */
  public static Map<String, AttributeValue> indexKeys(Student student) {
    return IndexKeys.of(student);
  }

  /** A reservation's item. */
  public static Map<String, AttributeValue> reservation(EmailAddress email, StudentId student) {
    return Reservation.item(AddressForms.of(email).folded(), AttributeValue.fromS(student.value()));
  }

  private static StoredItem read(Item item, String partition, String sort) {
    if (partition.startsWith(Keys.EMAIL_PREFIX) && sort.equals(partition)) {
      String address = partition.substring(Keys.EMAIL_PREFIX.length());
      return orMalformed(
          Optional.empty(),
          Optional.empty(),
          () ->
              new StoredItem.Reservation(
                  address, item.requiredText(Attributes.STUDENT_ID, StudentId::of)));
    }
    if (!partition.startsWith(Keys.STUDENT_PREFIX)) {
      return new StoredItem.Unknown();
    }
    Optional<StudentId> student = id(partition);
    if (sort.equals(partition)) {
      return student
          .map(
              id ->
                  orMalformed(
                      student,
                      StudentItem.everyReservedForm(item).stream().findFirst(),
                      () -> student(item, id)))
          .orElseGet(() -> malformedKey(student));
    }
    if (sort.startsWith(Keys.AWARD_PREFIX)) {
      return student
          .map(
              id ->
                  orMalformed(
                      student,
                      Optional.empty(),
                      () -> new StoredItem.Award(id, ListAwards.award(item))))
          .orElseGet(() -> malformedKey(student));
    }
    return new StoredItem.Unknown();
  }

  private static StoredItem student(Item item, StudentId id) {
    if (item.flag(Attributes.ERASING)) {
      return new StoredItem.ErasureMark(id);
    }
    if (isPhantom(item)) {
      return new StoredItem.Phantom(id);
    }
    return StudentItem.read(item)
        .<StoredItem>map(
            read ->
                new StoredItem.OfStudent(
                    read.student(),
                    item.text(EMAIL_INDEX.partitionKey(), text -> text),
                    isInAllIndexes(read),
                    read.holdsReservation()))
        .orElseGet(StoredItem.Unknown::new);
  }

  /** The address may be in the index in an earlier form, under which the store looks too. */
  private static boolean isInAllIndexes(StudentItem read) {
    Map<String, AttributeValue> item = read.item().attributes();
    return item.containsKey(EMAIL_INDEX.sortKey())
        && (read.holdsReservation()
            || read.item()
                .text(EMAIL_INDEX.partitionKey(), text -> text)
                .filter(AddressForms.of(read.student().email()).all()::contains)
                .isPresent())
        && item.entrySet().containsAll(IndexKeys.ofProfile(read.student()).entrySet());
  }

  private static boolean isPhantom(Item item) {
    return Stream.concat(
            Stream.of(ProfileField.values()).map(ProfileField::attribute),
            Stream.of(EMAIL_INDEX.partitionKey()))
        .allMatch(name -> item.attribute(name).isEmpty());
  }

  private static StoredItem orMalformed(
      Optional<StudentId> student, Optional<String> address, Supplier<StoredItem> reader) {
    try {
      return reader.get();
    } catch (MalformedItemException e) {
      return new StoredItem.Malformed(student, e.attribute(), e.problem(), address);
    }
  }

  private static StoredItem malformedKey(Optional<StudentId> student) {
    return new StoredItem.Malformed(
        student, PARTITION_KEY, "is not a student key", Optional.empty());
  }

  private static Optional<StudentId> id(String partition) {
    try {
      return Optional.of(StudentId.of(partition.substring(Keys.STUDENT_PREFIX.length())));
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> key(Item item, String name) {
    return item.attribute(name).flatMap(value -> Optional.ofNullable(value.s()));
  }
}
