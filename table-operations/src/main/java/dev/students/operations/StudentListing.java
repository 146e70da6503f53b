package dev.students.operations;

import dev.students.data.StoredItem;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.operations.internal.RequestSender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * The students of a table, a page at a time.
 *
 * <p>The order is the table's own, by a hash of the id: it means nothing, and it is the same from
 * call to call. A student that is there all the while is on exactly one page, whatever is written
 * meanwhile; one that is created, deleted or erased meanwhile is on one page or on none.
 *
 * <p>A page is asked for with the last student of the page before, so nothing has to be kept
 * between pages, and that student may be erased meanwhile. Reading goes over the items between
 * students, too: a page of 100 students reads some 300 items, 12 read units.
 *
 * <p>Thread-safe. The client stays the caller's.
 */
public final class StudentListing {

  /** The most students on a page. */
  public static final int LARGEST_PAGE = 1000;

  private final DynamoDbClient client;
  private final String table;
  private final boolean deleted;
  private final RequestSender sender = new RequestSender(8);

  private StudentListing(DynamoDbClient client, String table, boolean deleted) {
    this.client = client;
    this.table = table;
    this.deleted = deleted;
  }

  /** Students that are not deleted. */
  public static StudentListing create(DynamoDbClient client, String tableName) {
    return new StudentListing(client, tableName, false);
  }

  /** The same with deleted students among them. */
  public StudentListing includingDeleted() {
    return new StudentListing(client, table, true);
  }

  /** The first page, of at most that many students, 1 to {@link #LARGEST_PAGE}. */
  public StudentPage first(int limit) {
    return page(Optional.empty(), limit);
  }

  /** The page after that student, which is the one that {@link StudentPage#next} gave. */
  public StudentPage after(StudentId student, int limit) {
    return page(Optional.of(student), limit);
  }

  private StudentPage page(Optional<StudentId> after, int limit) {
    Limits.within("limit", limit, 1, LARGEST_PAGE);
    List<Student> students = new ArrayList<>();
    List<ItemKey> unreadable = new ArrayList<>();
    Map<String, AttributeValue> start = after.map(StoredItem::key).orElse(Map.of());
    do {
      ScanResponse read = read(start, limit);
      for (Map<String, AttributeValue> item : read.items()) {
        StoredItem stored = StoredItem.read(item);
        if (stored instanceof StoredItem.Malformed) {
          unreadable(item).filter(key -> students.size() < limit).ifPresent(unreadable::add);
        } else if (stored instanceof StoredItem.OfStudent found && isWanted(found.student())) {
          // One more than asked for says that there is another page.
          if (students.size() == limit) {
            return new StudentPage(students, unreadable, Optional.of(students.get(limit - 1).id()));
          }
          students.add(found.student());
        }
      }
      start = read.lastEvaluatedKey();
    } while (!start.isEmpty());
    return new StudentPage(students, unreadable, Optional.empty());
  }

  private static Optional<ItemKey> unreadable(Map<String, AttributeValue> item) {
    ItemKey key = ItemKey.of(item);
    return Optional.of(key)
        .filter(it -> it.partition().equals(it.sort()) && it.masked().equals(it.sort()));
  }

  private boolean isWanted(Student student) {
    return deleted || !student.isDeleted();
  }

  private ScanResponse read(Map<String, AttributeValue> start, int limit) {
    ScanRequest.Builder request =
        ScanRequest.builder().tableName(table).limit(Math.max(50, 3 * limit));
    if (!start.isEmpty()) {
      request.exclusiveStartKey(start);
    }
    ScanRequest built = request.build();
    return sender.send(() -> client.scan(built));
  }
}
