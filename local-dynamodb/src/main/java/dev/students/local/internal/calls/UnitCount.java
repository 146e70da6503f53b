package dev.students.local.internal.calls;

import dev.students.local.CapacityUnits;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/** A way to know the units that a call consumed. */
public interface UnitCount {

  /** The request to send instead of the caller's; it asks for the same. */
  DynamoDbRequest prepare(DynamoDbRequest request);

  /** Called just before the request is sent. */
  Counting start(DynamoDbRequest request);

  /** The count of one call. */
  interface Counting {

    Optional<CapacityUnits> end(DynamoDbResponse response);

    Optional<CapacityUnits> failed(Throwable failure);
  }
}
