package dev.students.local;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The calls that were made through one client. Thread-safe. */
public interface Recording {

  /**
   * The client whose calls are recorded. A call counts once, however often the SDK sends the
   * request. Requests of its waiter are not recorded. Closing it closes the client that makes the
   * calls.
   */
  DynamoDbClient client();

  /** The calls that have ended so far, in the order in which they ended. */
  List<RecordedCall> calls();
}
