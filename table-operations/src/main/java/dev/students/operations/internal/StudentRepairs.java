package dev.students.operations.internal;

import dev.students.data.StoredItem;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.operations.ItemKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The transactions that repair items of students. Each is conditional on everything that it depends
 * on being as it was read, and returns false if it is not, or if there is nothing left to repair.
 */
record StudentRepairs(RepairTable table) {

  private static final int AWARDS_AT_ONCE = 99;

  /** Adds a student that holds its address to the indexes. */
  boolean putIntoIndex(StudentId id) {
    Optional<RepairTable.Read> live = table.live(id);
    if (live.isEmpty()) {
      return false;
    }
    Student student = live.get().student();
    for (ItemKey key : Keys.reservations(student.email())) {
      Map<String, AttributeValue> item = table.item(key);
      if (StoredItem.read(item) instanceof StoredItem.Reservation reservation
          && reservation.student().equals(id)) {
        return table.write(
            List.of(setIndexKeys(live.get()), OptimisticLock.of(key, item).check(table.name())));
      }
    }
    return false;
  }

  /** Removes a deleted student from the indexes; its item keeps the address for a restore. */
  boolean takeOutOfIndex(StudentId id) {
    Optional<RepairTable.Read> deleted =
        table
            .read(id)
            .filter(read -> read.student().isDeleted())
            .filter(read -> read.found().indexKey().isPresent());
    if (deleted.isEmpty()) {
      return false;
    }
    Student student = deleted.get().student();
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(
        deleted
            .get()
            .lock()
            .update(
                table.name(),
                "SET %s = :newEmail REMOVE %s"
                    .formatted(
                        StoredItem.EMAIL_ATTRIBUTE,
                        String.join(", ", StoredItem.indexKeys(student).keySet())),
                Map.of(":newEmail", AttributeValue.fromS(student.email().value()))));
    for (ItemKey key : Keys.reservations(student.email())) {
      Map<String, AttributeValue> item = table.item(key);
      if (StoredItem.read(item) instanceof StoredItem.Reservation reservation
          && reservation.student().equals(id)) {
        actions.add(OptimisticLock.of(key, item).delete(table.name()));
      }
    }
    return table.write(actions);
  }

  /** Deletes the remains of a student, awards first, as long as the marker is unchanged. */
  boolean finishErasure(StudentId id) {
    ItemKey key = Keys.student(id);
    Map<String, AttributeValue> mark = table.item(key);
    if (!(StoredItem.read(mark) instanceof StoredItem.ErasureMark)) {
      return false;
    }
    OptimisticLock lock = OptimisticLock.of(key, mark);
    while (true) {
      List<ItemKey> awards =
          table
              .partition(key.partition())
              .map(ItemKey::of)
              .filter(Keys::isAward)
              .limit(AWARDS_AT_ONCE)
              .toList();
      List<TransactWriteItem> actions = new ArrayList<>();
      actions.add(awards.isEmpty() ? lock.delete(table.name()) : lock.check(table.name()));
      awards.forEach(award -> actions.add(delete(award)));
      if (!table.write(actions)) {
        return false;
      }
      if (awards.isEmpty()) {
        return true;
      }
    }
  }

  private TransactWriteItem setIndexKeys(RepairTable.Read read) {
    Map<String, AttributeValue> attributes = new TreeMap<>(StoredItem.indexKeys(read.student()));
    attributes.put(
        StoredItem.EMAIL_ATTRIBUTE, AttributeValue.fromS(read.student().email().value()));
    List<String> assignments = new ArrayList<>();
    Map<String, AttributeValue> values = new HashMap<>();
    attributes.forEach(
        (name, value) -> {
          assignments.add("%s = :new_%s".formatted(name, name));
          values.put(":new_" + name, value);
        });
    return read.lock().update(table.name(), "SET " + String.join(", ", assignments), values);
  }

  private TransactWriteItem delete(ItemKey key) {
    return TransactWriteItem.builder()
        .delete(delete -> delete.tableName(table.name()).key(key.attributes()))
        .build();
  }
}
