package dev.students.operations.internal;

import dev.students.data.EmailAddress;
import dev.students.data.InvalidValueException;
import dev.students.data.StoredItem;
import dev.students.data.StudentId;
import dev.students.operations.ItemKey;
import java.util.List;

/** Keys and normal forms, as the data layer makes them. */
final class Keys {

  private Keys() {}

  static ItemKey student(StudentId id) {
    return ItemKey.of(StoredItem.key(id));
  }

  /** The forms in which an address may stand in a key, without the prefix. */
  static List<String> forms(EmailAddress email) {
    return StoredItem.reservationKeys(email).stream()
        .map(key -> ItemKey.of(key).partition())
        .map(key -> key.substring(key.indexOf('#') + 1))
        .toList();
  }

  /** By which addresses are compared, whatever form they stand in. */
  static String normalized(String address) {
    try {
      return EmailAddress.of(address).normalized();
    } catch (InvalidValueException e) {
      return address;
    }
  }
}
