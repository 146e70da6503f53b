package dev.students.operations;

import dev.students.data.StudentId;
import dev.students.operations.internal.ConsistentReads;
import dev.students.operations.internal.PersonalDataDocument;
import dev.students.operations.internal.RequestSender;
import java.io.OutputStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Everything that a table contains about one person, for a data subject access request.
 *
 * <p>One JSON document: {@code studentId}, {@code student} (null if only awards are left), {@code
 * awards}, {@code reservations} of the address and {@code other} items under the student's key,
 * with all attributes as they are stored. Unlike other output of this package, it contains personal
 * data. A reservation left behind for a former address cannot be found by id; {@link TableCheck}
 * finds it.
 *
 * <p>Thread-safe. The client is not closed.
 */
public final class PersonalData {

  private final ConsistentReads reads;

  private PersonalData(ConsistentReads reads) {
    this.reads = reads;
  }

  /** Creates an export of the data of students of the given table. */
  public static PersonalData of(DynamoDbClient client, String tableName) {
    return new PersonalData(new ConsistentReads(client, tableName, new RequestSender(1)));
  }

  /**
   * Writes the data of a student, deleted or not. The stream is flushed and not closed.
   *
   * @return whether there is any data; if not, nothing was written
   * @throws java.io.UncheckedIOException when the stream cannot be written to
   */
  public boolean write(StudentId student, OutputStream out) {
    return new PersonalDataDocument(reads, student).write(out);
  }
}
