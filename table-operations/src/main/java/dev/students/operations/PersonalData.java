package dev.students.operations;

import dev.students.data.StudentId;
import dev.students.operations.internal.ConsistentReads;
import dev.students.operations.internal.PersonalDataDocument;
import dev.students.operations.internal.RequestSender;
import java.io.OutputStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Everything that a table holds of one person, for a request for access to one's data.
 *
 * <p>One JSON document: {@code studentId}, {@code student} (null when only awards are left), {@code
 * awards}, {@code reservations} of the address and {@code other} items under the student's key, all
 * attributes as they are stored. It holds personal data, other than what the rest of this package
 * tells. A reservation that was left behind for a former address is not found by the id: {@link
 * TableCheck} finds those.
 *
 * <p>Thread-safe. The client stays the caller's.
 */
public final class PersonalData {

  private final ConsistentReads reads;

  private PersonalData(ConsistentReads reads) {
    this.reads = reads;
  }

  /** Of the students of that table. */
  public static PersonalData of(DynamoDbClient client, String tableName) {
    return new PersonalData(new ConsistentReads(client, tableName, new RequestSender(1)));
  }

  /**
   * Writes what is held of a student, deleted or not. The stream is flushed and left open.
   *
   * @return whether anything is held; if not, nothing was written
   * @throws java.io.UncheckedIOException when the stream cannot be written to
   */
  public boolean write(StudentId student, OutputStream out) {
    return new PersonalDataDocument(reads, student).write(out);
  }
}
