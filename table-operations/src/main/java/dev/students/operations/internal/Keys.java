package dev.students.operations.internal;

import dev.students.data.EmailAddress;
import dev.students.data.InvalidValueException;
import dev.students.data.StoredItem;
import dev.students.data.StudentId;
import dev.students.operations.ItemKey;
import java.util.List;

/** Keys and normal forms, as the data layer makes them. */
public final class Keys {

  private Keys() {}

  static ItemKey student(StudentId id) {
    return ItemKey.of(StoredItem.key(id));
  }

  /** Whether it is an award's. */
  static boolean isAward(ItemKey key) {
    return key.sort().startsWith("award#");
  }

  /** The reservation's under that form of an address. */
  static ItemKey reservation(String form) {
    String key = "email#" + form;
    return new ItemKey(key, key);
  }

  /** Those under which an address may be reserved, the one in use now first. */
  static List<ItemKey> reservations(EmailAddress email) {
    return StoredItem.reservationKeys(email).stream().map(ItemKey::of).toList();
  }

  /** By which addresses are compared, whatever form they stand in. */
  public static String normalized(String address) {
    try {
      return EmailAddress.of(address).normalized();
    } catch (InvalidValueException e) {
      return address;
    }
  }
}
