package dev.students.operations;

import dev.students.data.StoredItem;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.operations.internal.Keys;
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
 * <p>The order is that of the table, by a hash of the id: it is arbitrary but the same for each
 * call. A student that exists throughout is on exactly one page, regardless of concurrent writes; a
 * student that is created, deleted or erased in the meantime is on one page or none.
 *
 * <p>A page is requested with the last student of the previous page, so no state is kept between
 * pages, and that student may be erased in the meantime. Reading includes the items between
 * students: a page of 100 students reads about 300 items, 12 read units.
 *
 * <p>Thread-safe. The client is not closed.
 */
public final class StudentListing {

  /** The maximum number of students on a page. */
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

  /** Returns a listing of the students that are not deleted. */
  public static StudentListing create(DynamoDbClient client, String tableName) {
    return new StudentListing(client, tableName, false);
  }

  /** Returns a listing that includes deleted students. */
  public StudentListing includingDeleted() {
    return new StudentListing(client, table, true);
  }

  /** Reads the first page, with at most {@code limit} students, 1 to {@link #LARGEST_PAGE}. */
  public StudentPage first(int limit) {
    return page(Optional.empty(), limit);
  }

  /** Reads the page after the given student, which is that returned by {@link StudentPage#next}. */
  public StudentPage after(StudentId student, int limit) {
    return page(Optional.of(student), limit);
  }

  private StudentPage page(Optional<StudentId> after, int limit) {
    Limits.within("limit", limit, 1, LARGEST_PAGE);
    List<Student> students = new ArrayList<>();
    List<ItemKey> unreadable = new ArrayList<>();
    List<ItemKey> unreadableAfterThem = new ArrayList<>(); // of the next page, if there is one
    Map<String, AttributeValue> start = after.map(StoredItem::key).orElse(Map.of());
    do {
      ScanResponse read = read(start, limit);
      for (Map<String, AttributeValue> item : read.items()) {
        StoredItem stored = StoredItem.read(item);
        if (stored instanceof StoredItem.Malformed) {
          unreadable(item)
              .ifPresent(students.size() < limit ? unreadable::add : unreadableAfterThem::add);
        } else if (stored instanceof StoredItem.OfStudent found && isWanted(found.student())) {
          // One more than requested shows whether there is another page.
          if (students.size() == limit) {
            return new StudentPage(students, unreadable, Optional.of(students.get(limit - 1).id()));
          }
          students.add(found.student());
        }
      }
      start = read.lastEvaluatedKey();
    } while (!start.isEmpty());
    unreadable.addAll(unreadableAfterThem);
    return new StudentPage(students, unreadable, Optional.empty());
  }

  private static Optional<ItemKey> unreadable(Map<String, AttributeValue> item) {
    ItemKey key = ItemKey.of(item);
    return Optional.of(key).filter(Keys::isStudent);
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
