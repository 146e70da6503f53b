package dev.students.local;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The calls that were made through one client. Thread-safe. */
public interface Recording {

  /**
   * The client whose calls are recorded: a call is one to whoever makes it, however often the SDK
   * sends the request. What its waiter asks is not recorded. Closing it closes the client that
   * carries its calls out.
   */
  DynamoDbClient client();

  /** The calls that have ended so far, in that order. */
  List<RecordedCall> calls();
}
