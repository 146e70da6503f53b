package dev.students.operations.internal;

import dev.students.data.StoredItem;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.operations.ItemKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The transactions that repair reservations. Each is conditional on everything that it depends on
 * being as it was read, and returns false if it is not, or if there is nothing left to repair.
 */
record ReservationRepairs(RepairTable table) {

  /** Reserves a free address for a student that lost its reservation. */
  boolean claim(StudentId id) {
    Optional<RepairTable.Read> live = table.live(id).filter(read -> read.found().claimed());
    if (live.isEmpty()) {
      return false;
    }
    Student student = live.get().student();
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(live.get().lock().check(table.name()));
    List<ItemKey> keys = Keys.reservations(student.email());
    for (ItemKey key : keys.subList(1, keys.size())) {
      actions.add(OptimisticLock.of(key, Map.of()).check(table.name()));
    }
    actions.add(putReservation(student, OptimisticLock.of(keys.get(0), Map.of())));
    return table.write(actions);
  }

  /** Assigns to the student a reservation of a different student that does not have the address. */
  boolean takeBack(StudentId id) {
    Optional<RepairTable.Read> live = table.live(id);
    if (live.isEmpty()) {
      return false;
    }
    Student student = live.get().student();
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(live.get().lock().check(table.name()));
    Set<ItemKey> holders = new HashSet<>();
    List<ItemKey> keys = Keys.reservations(student.email());
    for (ItemKey key : keys) {
      Map<String, AttributeValue> item = table.item(key);
      if (StoredItem.read(item) instanceof StoredItem.Reservation reservation) {
        if (reservation.student().equals(id)) {
          return false;
        }
        ItemKey holder = Keys.student(reservation.student());
        Map<String, AttributeValue> holderItem = table.item(holder);
        if (!isWithout(holderItem, student.email().normalized())) {
          return false;
        }
        // A transaction may contain an item only once, and one student may have reserved both
        // forms.
        if (holders.add(holder)) {
          actions.add(OptimisticLock.of(holder, holderItem).check(table.name()));
        }
      } else if (!item.isEmpty()) {
        return false;
      }
      OptimisticLock lock = OptimisticLock.of(key, item);
      if (key.equals(keys.get(0))) {
        actions.add(putReservation(student, lock));
      } else if (!item.isEmpty()) {
        actions.add(lock.delete(table.name()));
      }
    }
    return table.write(actions);
  }

  /** Removes a reservation whose student does not have the address. */
  boolean removeReservation(ItemKey key, StudentId named) {
    Map<String, AttributeValue> item = table.item(key);
    if (!(StoredItem.read(item) instanceof StoredItem.Reservation reservation)
        || !reservation.student().equals(named)) {
      return false;
    }
    ItemKey student = Keys.student(named);
    Map<String, AttributeValue> studentItem = table.item(student);
    return isWithout(studentItem, Keys.normalized(reservation.address()))
        && table.write(
            List.of(
                OptimisticLock.of(student, studentItem).check(table.name()),
                OptimisticLock.of(key, item).delete(table.name())));
  }

  /** Whether there is certainly no student with that address under the key. */
  private static boolean isWithout(Map<String, AttributeValue> item, String address) {
    if (item.isEmpty()) {
      return true;
    }
    StoredItem stored = StoredItem.read(item);
    if (stored instanceof StoredItem.OfStudent found) {
      return found.student().isDeleted() || !found.student().email().normalized().equals(address);
    }
    return stored instanceof StoredItem.ErasureMark || stored instanceof StoredItem.Phantom;
  }

  private TransactWriteItem putReservation(Student student, OptimisticLock before) {
    return before.put(table.name(), StoredItem.reservation(student.email(), student.id()));
  }
}
