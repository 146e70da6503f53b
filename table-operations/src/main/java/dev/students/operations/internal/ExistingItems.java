package dev.students.operations.internal;

import dev.students.data.NewStudent;
import dev.students.data.StoredItem;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.XpAward;
import dev.students.operations.ItemKey;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Looks whether what a line says is in the table already. It reads first only when the lines before
 * were there: then a read is faster and cheaper than a transaction that is cancelled, and otherwise
 * it would be one request too many. Thread-safe.
 */
final class ExistingItems {

  private final ConsistentReads reads;
  private volatile boolean expected;

  ExistingItems(DynamoDbClient client, String table, RequestSender sender) {
    this.reads = new ConsistentReads(client, table, sender);
  }

  /** Records whether a line existed before: the next lines will probably be alike. */
  void note(boolean wasThere) {
    expected = wasThere;
  }

  /** Whether the student is known to exist; reads only if previous lines existed. */
  boolean isFound(NewStudent wanted) {
    return expected
        && read(StoredItem.key(wanted.id().orElseThrow())) instanceof StoredItem.OfStudent found
        && isSame(found.student(), wanted);
  }

  /** Whether the award is known to have been applied; reads only if previous lines existed. */
  boolean isFound(StudentId student, XpAward wanted) {
    return expected && isGiven(student, wanted);
  }

  /** Whether the award has been given. */
  boolean isGiven(StudentId student, XpAward wanted) {
    return read(StoredItem.key(student, wanted.id())) instanceof StoredItem.Award found
        && found.award().amount() == wanted.amount();
  }

  /** The XP that a student has by now. */
  HeldXp heldXp(StudentId student) {
    return HeldXp.of(
        reads.partition(Keys.student(student).partition()).map(StoredItem::read).toList());
  }

  /** Whether a student, deleted or not, has the wanted names and address. */
  static boolean isSame(Student student, NewStudent wanted) {
    return student.firstName().equals(wanted.firstName())
        && student.lastName().equals(wanted.lastName())
        && student.email().equals(wanted.email());
  }

  private StoredItem read(Map<String, AttributeValue> key) {
    return StoredItem.read(reads.item(ItemKey.of(key)));
  }
}
