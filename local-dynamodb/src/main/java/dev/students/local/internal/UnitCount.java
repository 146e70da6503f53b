package dev.students.local.internal;

import dev.students.local.CapacityUnits;
import java.util.Optional;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/** A way to know the units that a call consumed. */
public interface UnitCount {

  /** The request to send instead of the caller's; it asks for the same. */
  SdkRequest prepare(SdkRequest request);

  /** Called just before the request is sent. */
  Counting start(SdkRequest request);

  /** The count of one call. */
  interface Counting {

    Optional<CapacityUnits> end(SdkResponse response);

    Optional<CapacityUnits> failed(Throwable failure);
  }
}
