package dev.students.operations.internal;

import dev.students.data.EmailAddress;
import dev.students.data.InvalidValueException;
import dev.students.data.StoredItem;
import dev.students.data.StudentId;
import dev.students.operations.ItemKey;
import java.util.List;

/** Keys and normal forms as in the data layer. */
public final class Keys {

  private Keys() {}

  static ItemKey student(StudentId id) {
    return ItemKey.of(StoredItem.key(id));
  }

  /** Whether the key is that of a student. */
  public static boolean isStudent(ItemKey key) {
    return key.sort().startsWith("student#") && key.partition().equals(key.sort());
  }

  /** Whether the key is that of an award. */
  static boolean isAward(ItemKey key) {
    return key.sort().startsWith("award#");
  }

  /** The key of the reservation of an address in the given form. */
  static ItemKey reservation(String form) {
    String key = "email#" + form;
    return new ItemKey(key, key);
  }

  /** The keys under which an address may be reserved, the current one first. */
  static List<ItemKey> reservations(EmailAddress email) {
    return StoredItem.reservationKeys(email).stream().map(ItemKey::of).toList();
  }

  /** The normal form, by which addresses are compared. */
  public static String normalized(String address) {
    try {
      return EmailAddress.of(address).normalized();
    } catch (InvalidValueException e) {
      return address;
    }
  }
}
