package dev.students.operations.internal;

import dev.students.data.StoredItem;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.operations.ItemKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The table to repair, with reads and transactions on it. Thread-safe. */
record RepairTable(
    DynamoDbClient client, String name, RequestSender sender, ConsistentReads reads) {

  private static final String CONDITION = "ConditionalCheckFailed";

  /** A student as read, with its item. */
  record Read(Map<String, AttributeValue> item, StoredItem.OfStudent found) {

    Student student() {
      return found.student();
    }

    OptimisticLock lock() {
      return OptimisticLock.of(Keys.student(student().id()), item);
    }
  }

  Optional<Read> live(StudentId id) {
    return read(id).filter(read -> !read.student().isDeleted());
  }

  Optional<Read> read(StudentId id) {
    Map<String, AttributeValue> item = reads.item(Keys.student(id));
    return StoredItem.read(item) instanceof StoredItem.OfStudent found
        ? Optional.of(new Read(item, found))
        : Optional.empty();
  }

  /** The item with the given key. Empty if there is none. */
  Map<String, AttributeValue> item(ItemKey key) {
    return reads.item(key);
  }

  /** The items of a partition. */
  Stream<Map<String, AttributeValue>> partition(String partition) {
    return reads.partition(partition);
  }

  /** Writes a transaction with one token, so that a retry after a lost response is applied once. */
  boolean write(List<TransactWriteItem> actions) {
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
