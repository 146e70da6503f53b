package dev.students.operations.internal;

import dev.students.data.StoredItem;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentTable;
import dev.students.operations.ItemKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The transactions of repairs: each reads what it rests on and writes on condition that all of it
 * is as it was read. False comes back where it is not, or where there is nothing to mend any more.
 * Thread-safe.
 */
final class RepairTransactions {

  private static final int AWARDS_AT_ONCE = 99;
  private static final String CONDITION = "ConditionalCheckFailed";

  private final DynamoDbClient client;
  private final String table;
  private final RequestSender sender;
  private final ConsistentReads reads;

  RepairTransactions(
      DynamoDbClient client, String table, RequestSender sender, ConsistentReads reads) {
    this.client = client;
    this.table = table;
    this.sender = sender;
    this.reads = reads;
  }

  /** A student as read, with its item. */
  private record Read(Map<String, AttributeValue> item, StoredItem.OfStudent found) {

    Student student() {
      return found.student();
    }

    AsRead asRead() {
      return AsRead.of(Keys.student(student().id()), item);
    }
  }

  /** Reserves the address of a student of ours that lost its reservation, where it is free. */
  boolean claim(StudentId id) {
    Optional<Read> live = live(id).filter(read -> read.found().claimed());
    if (live.isEmpty()) {
      return false;
    }
    Student student = live.get().student();
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(live.get().asRead().check(table));
    List<ItemKey> keys = reservationKeys(student);
    for (ItemKey key : keys.subList(1, keys.size())) {
      actions.add(AsRead.of(key, Map.of()).check(table));
    }
    actions.add(putReservation(student, AsRead.of(keys.get(0), Map.of())));
    return write(actions);
  }

  /** Makes a reservation the student's that is of another, who does not have the address. */
  boolean takeBack(StudentId id) {
    Optional<Read> live = live(id);
    if (live.isEmpty()) {
      return false;
    }
    Student student = live.get().student();
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(live.get().asRead().check(table));
    for (ItemKey key : reservationKeys(student)) {
      Map<String, AttributeValue> item = reads.item(key);
      if (StoredItem.read(item) instanceof StoredItem.Reservation reservation) {
        if (reservation.student().equals(id)) {
          return false;
        }
        ItemKey holder = Keys.student(reservation.student());
        Map<String, AttributeValue> holderItem = reads.item(holder);
        if (!isWithout(holderItem, student.email().normalized())) {
          return false;
        }
        actions.add(AsRead.of(holder, holderItem).check(table));
      } else if (!item.isEmpty()) {
        return false;
      }
      AsRead asRead = AsRead.of(key, item);
      boolean isFirst = key.equals(reservationKeys(student).get(0));
      if (isFirst) {
        actions.add(putReservation(student, asRead));
      } else if (!item.isEmpty()) {
        actions.add(asRead.delete(table));
      }
    }
    return write(actions);
  }

  /** Removes a reservation whose student does not have the address. */
  boolean removeReservation(ItemKey key, StudentId named) {
    Map<String, AttributeValue> item = reads.item(key);
    if (!(StoredItem.read(item) instanceof StoredItem.Reservation reservation)
        || !reservation.student().equals(named)) {
      return false;
    }
    ItemKey student = Keys.student(named);
    Map<String, AttributeValue> studentItem = reads.item(student);
    return isWithout(studentItem, Keys.normalized(reservation.address()))
        && write(
            List.of(
                AsRead.of(student, studentItem).check(table), AsRead.of(key, item).delete(table)));
  }

  /** Gives a live student that holds its address its place in the index. */
  boolean putIntoIndex(StudentId id) {
    Optional<Read> live = live(id);
    if (live.isEmpty()) {
      return false;
    }
    Student student = live.get().student();
    for (ItemKey key : reservationKeys(student)) {
      Map<String, AttributeValue> item = reads.item(key);
      if (StoredItem.read(item) instanceof StoredItem.Reservation reservation
          && reservation.student().equals(id)) {
        TransactWriteItem update =
            live.get()
                .asRead()
                .update(
                    table,
                    "SET %s = :newKey, %s = :newSort, %s = :newEmail"
                        .formatted(
                            StudentTable.INDEX_PARTITION_KEY,
                            StudentTable.INDEX_SORT_KEY,
                            StoredItem.EMAIL_ATTRIBUTE),
                    Map.of(
                        ":newKey", AttributeValue.fromS(StoredItem.indexKey(student.email())),
                        ":newSort", AttributeValue.fromS(Keys.student(id).sort()),
                        ":newEmail", AttributeValue.fromS(student.email().value())));
        return write(List.of(update, AsRead.of(key, item).check(table)));
      }
    }
    return false;
  }

  /** Takes a deleted student out of the index; its item keeps the address for a restore. */
  boolean takeOutOfIndex(StudentId id) {
    Optional<Read> deleted =
        read(id)
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
            .asRead()
            .update(
                table,
                "SET %s = :newEmail REMOVE %s, %s"
                    .formatted(
                        StoredItem.EMAIL_ATTRIBUTE,
                        StudentTable.INDEX_PARTITION_KEY,
                        StudentTable.INDEX_SORT_KEY),
                Map.of(":newEmail", AttributeValue.fromS(student.email().value()))));
    for (ItemKey key : reservationKeys(student)) {
      Map<String, AttributeValue> item = reads.item(key);
      if (StoredItem.read(item) instanceof StoredItem.Reservation reservation
          && reservation.student().equals(id)) {
        actions.add(AsRead.of(key, item).delete(table));
      }
    }
    return write(actions);
  }

  /** Removes what is left of a student, awards first, as long as the mark is the same. */
  boolean finishErasure(StudentId id) {
    ItemKey key = Keys.student(id);
    Map<String, AttributeValue> mark = reads.item(key);
    if (!(StoredItem.read(mark) instanceof StoredItem.ErasureMark)) {
      return false;
    }
    AsRead asRead = AsRead.of(key, mark);
    while (true) {
      List<ItemKey> awards =
          reads
              .partition(key.partition())
              .map(ItemKey::of)
              .filter(item -> item.sort().startsWith("award#"))
              .limit(AWARDS_AT_ONCE)
              .toList();
      List<TransactWriteItem> actions = new ArrayList<>();
      actions.add(awards.isEmpty() ? asRead.delete(table) : asRead.check(table));
      awards.forEach(award -> actions.add(delete(award)));
      if (!write(actions)) {
        return false;
      }
      if (awards.isEmpty()) {
        return true;
      }
    }
  }

  private TransactWriteItem delete(ItemKey key) {
    return TransactWriteItem.builder()
        .delete(delete -> delete.tableName(table).key(key.attributes()))
        .build();
  }

  private Optional<Read> live(StudentId id) {
    return read(id).filter(read -> !read.student().isDeleted());
  }

  private Optional<Read> read(StudentId id) {
    Map<String, AttributeValue> item = reads.item(Keys.student(id));
    return StoredItem.read(item) instanceof StoredItem.OfStudent found
        ? Optional.of(new Read(item, found))
        : Optional.empty();
  }

  /** Whether an item, if there is one, surely is no live student of that address. */
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

  private static List<ItemKey> reservationKeys(Student student) {
    return StoredItem.reservationKeys(student.email()).stream().map(ItemKey::of).toList();
  }

  private TransactWriteItem putReservation(Student student, AsRead before) {
    Put.Builder put =
        Put.builder()
            .tableName(table)
            .item(new HashMap<>(StoredItem.reservation(student.email(), student.id())))
            .conditionExpression(before.condition())
            .expressionAttributeNames(before.names());
    if (!before.values().isEmpty()) {
      put.expressionAttributeValues(before.values());
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  /** Under one token, so that a repetition after a lost answer is one write. */
  private boolean write(List<TransactWriteItem> actions) {
    TransactWriteItemsRequest request =
        TransactWriteItemsRequest.builder()
            .transactItems(actions)
            .clientRequestToken(UUID.randomUUID().toString())
            .build();
    try {
      sender.send(() -> client.transactWriteItems(request));
      return true;
    } catch (TransactionCanceledException e) {
      if (e.cancellationReasons().stream()
          .map(CancellationReason::code)
          .anyMatch(CONDITION::equals)) {
        return false;
      }
      throw e;
    }
  }
}
