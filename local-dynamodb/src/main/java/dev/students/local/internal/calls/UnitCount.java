package dev.students.local.internal.calls;

import dev.students.local.CapacityUnits;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/** A way to determine the units that a call consumes. */
public interface UnitCount {

  /** Returns the request to send instead of the caller's, with the same effect. */
  DynamoDbRequest prepare(DynamoDbRequest request);

  /** Called immediately before the request is sent. */
  Counting start(DynamoDbRequest request);

  /** Counts the units of one call. */
  interface Counting {

    Optional<CapacityUnits> end(DynamoDbResponse response);

    Optional<CapacityUnits> failed(Throwable failure);
  }
}
